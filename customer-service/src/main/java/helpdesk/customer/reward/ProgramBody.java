package helpdesk.customer.reward;

import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be written of a program. */
record ProgramBody(
        @Schema(required = false)
        @NotNull(message = "A program has a name.")
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
        @PlainText
        String name,

        @Schema(required = false) @NotNull(message = "Say what its coupons are worth.") @Valid
        RewardValue value,

        @Min(value = 1, message = "Coupons are good for 1 to 3,650 days.")
        @Max(value = 3650, message = "Coupons are good for 1 to 3,650 days.")
        @Schema(defaultValue = "365")
        Integer validDays,

        @Min(value = 1, message = "Write at least 1, or leave it out.")
        @Schema(description = "As many coupons are issued at most, in all")
        Integer maxIssued,

        @Min(value = 1, message = "Write at least 1, or leave it out.")
        @Schema(description = "As many coupons each customer gets at most")
        Integer maxPerCustomer,

        @Schema(defaultValue = "true", description = "false: no further coupons are issued")
        Boolean active,

        @Valid IssueRule issue) {

    private static final int A_YEAR = 365;

    ProgramBody {
        validDays = validDays == null ? A_YEAR : validDays;
        active = active == null || active;
    }
}

package helpdesk.customer.merge;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which profile is of the same person. */
record MergeCustomer(
        @NotNull(message = "Name the profile that goes on in this one.")
        @Schema(description = "The profile that goes on in this one")
        UUID customerId,

        @Size(min = 1, max = 500, message = "A reason has 1 to 500 characters.") @PlainText
        String reason) {}

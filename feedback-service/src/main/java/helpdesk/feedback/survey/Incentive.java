package helpdesk.feedback.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer gets for answering (practice 28). */
public record Incentive(
        @NotNull(message = "Choose a kind of incentive: coupon or draw.")
        Kind kind,

        @NotBlank(message = "Describe the incentive.")
        @Size(max = 500, message = "The description has at most 500 characters.")
        String description) {

    /** How it is given. */
    @Schema(name = "IncentiveKind")
    public enum Kind {
        /** One for each answer. */
        @JsonProperty("coupon")
        COUPON,
        /** One or a few among all who answered. */
        @JsonProperty("draw")
        DRAW
    }
}

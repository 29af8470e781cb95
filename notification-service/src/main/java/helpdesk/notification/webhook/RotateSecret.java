package helpdesk.notification.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the next secret comes into use.
 *
 * @param overlapHours for how long messages are signed with the former secret too
 * @param signature null to sign as before
 */
record RotateSecret(
        @Min(value = 0, message = "Write 0 to 168 hours.")
        @Max(value = 168, message = "Write 0 to 168 hours.")
        @Schema(defaultValue = "24", description = "With 0 the former secret is void at once")
        Integer overlapHours,

        @Schema(description = "How messages are signed from now on; left out, as before")
        SignatureScheme signature) {

    private static final int A_DAY = 24;

    RotateSecret {
        overlapHours = overlapHours == null ? A_DAY : overlapHours;
    }
}

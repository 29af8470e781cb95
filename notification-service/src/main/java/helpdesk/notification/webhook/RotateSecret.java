package helpdesk.notification.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For how long messages are signed with the former secret too. */
record RotateSecret(
        @Min(value = 0, message = "Write 0 to 168 hours.")
        @Max(value = 168, message = "Write 0 to 168 hours.")
        @Schema(defaultValue = "24", description = "With 0 the former secret is void at once")
        Integer overlapHours) {

    private static final int A_DAY = 24;

    RotateSecret {
        overlapHours = overlapHours == null ? A_DAY : overlapHours;
    }
}

package helpdesk.gateway.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the next secret of a key comes into use.
 *
 * @param overlapHours for how long the former secret is good too
 */
record RotateApiKey(
        @Min(value = 0, message = "Write 0 to 168 hours.")
        @Max(value = 168, message = "Write 0 to 168 hours.")
        @Schema(defaultValue = "24", description = "With 0 the former secret is void at once")
        Integer overlapHours) {

    private static final int A_DAY = 24;

    RotateApiKey {
        overlapHours = overlapHours == null ? A_DAY : overlapHours;
    }
}

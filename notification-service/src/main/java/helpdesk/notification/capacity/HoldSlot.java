package helpdesk.notification.capacity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which place is to be kept. */
public record HoldSlot(
        @NotNull(message = "Choose the start of a slot from /api/v1/callback-slots.")
        Instant slotStart,

        @Schema(description = "The group that is to call, default support")
        @Size(max = 100, message = "A group's name has at most 100 characters.")
        String group) {

    String groupOrDefault() {
        return group == null ? CapacityPlan.DEFAULT_GROUP : group;
    }
}

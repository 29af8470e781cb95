package helpdesk.notification.capacity;

import java.time.Instant;
import java.util.UUID;

/**
 * A hold as the API shows it.
 *
 * @param expiresAt from then on the place is anybody's
 */
public record HoldView(UUID id, String group, Instant slotStart, Instant slotEnd, Instant expiresAt) {

    static HoldView of(SlotHold hold) {
        return new HoldView(
                hold.id(), hold.group(), hold.slot().start(), hold.slot().end(), hold.expiresAt());
    }
}

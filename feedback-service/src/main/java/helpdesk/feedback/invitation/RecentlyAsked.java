package helpdesk.feedback.invitation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who was asked last when, by customer and by mail address: a customer may not be identified yet. */
final class RecentlyAsked {

    private final Map<Object, Instant> last = new HashMap<>();

    void add(UUID customer, String email, Instant at) {
        note(customer, at);
        note(email, at);
    }

    private void note(Object who, Instant at) {
        if (who != null) {
            last.merge(who, at, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** Whether whom the invitation is for was asked after that. */
    boolean since(Instant then, Invitation invitation) {
        return isAfter(then, last.get(invitation.customerId())) || isAfter(then, last.get(invitation.contactEmail()));
    }

    private static boolean isAfter(Instant then, Instant asked) {
        return asked != null && asked.isAfter(then);
    }
}

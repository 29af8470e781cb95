package helpdesk.notification.calendar;

import java.time.Instant;
import java.util.UUID;

/** An agent's time that is kept for whoever is just booking it. */
public record HoldView(UUID id, UUID agentId, Instant windowStart, Instant windowEnd, Instant expiresAt) {

    static HoldView of(AgentTimes.Taken hold) {
        return new HoldView(
                hold.id(), hold.agentId(), hold.window().start(), hold.window().end(), hold.heldUntil());
    }
}

package helpdesk.feedback.invitation;

import helpdesk.platform.inbox.IncomingEvent;
import jakarta.persistence.Embeddable;

/** The event that made us ask, so that what is sent later is still told as its consequence. */
@Embeddable
public record Cause(String correlationId, String causationId, String traceParent) {

    static Cause of(IncomingEvent event) {
        return new Cause(event.correlationId(), event.id(), event.traceParent());
    }
}

package helpdesk.feedback.invitation;

import jakarta.persistence.Embeddable;

/** The event that made us ask, so that what is sent later is still told as its consequence. */
@Embeddable
public record Cause(String correlationId, String causationId, String traceParent) {}

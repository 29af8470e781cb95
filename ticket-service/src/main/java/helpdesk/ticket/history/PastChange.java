package helpdesk.ticket.history;

import java.time.Instant;
import java.util.UUID;

/**
 * A change that once happened.
 *
 * @param version the ticket's version that the change led to
 * @param cause the type of the event that tells of it, for example {@code ticket.assigned}
 */
public record PastChange(UUID ticketId, long version, Instant at, String cause, FieldChange change) {}

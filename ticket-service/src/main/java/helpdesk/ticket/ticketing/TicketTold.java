package helpdesk.ticket.ticketing;

import helpdesk.ticket.history.FieldChange;
import java.util.List;
import java.util.UUID;

/**
 * Something was told of a ticket. Fired within the transaction that tells it.
 *
 * @param cause the type of the event that tells of it, for example {@code ticket.assigned}
 * @param eventId the event's id
 */
public record TicketTold(UUID ticketId, String cause, List<FieldChange> changes, UUID eventId) {}

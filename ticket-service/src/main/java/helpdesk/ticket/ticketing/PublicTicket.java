package helpdesk.ticket.ticketing;

import helpdesk.ticket.vocabulary.TicketStatus;
import java.time.Instant;

/**
 * What of a ticket its requester may know.
 *
 * @param subject the number where nobody asked: what we call it then is not for the requester
 * @param description null where nobody asked
 * @param language BCP 47, or null
 */
public record PublicTicket(
        String number,
        String subject,
        String description,
        String language,
        TicketStatus status,
        String assigneeName,
        String assigneeTitle,
        String resolution,
        Instant createdAt,
        Instant updatedAt) {

    /** The resolution is told once it stands: until then it is a draft. */
    public static PublicTicket of(Ticket ticket) {
        boolean done = ticket.status() == TicketStatus.RESOLVED || ticket.status() == TicketStatus.CLOSED;
        boolean asked = ticket.origin().isAsked();
        return new PublicTicket(
                ticket.displayNumber(),
                asked ? ticket.content().subject() : ticket.displayNumber(),
                asked ? ticket.origin().description() : null,
                ticket.origin().language(),
                ticket.status(),
                ticket.assignee() == null ? null : ticket.assignee().name(),
                ticket.assignee() == null ? null : ticket.assignee().title(),
                done ? ticket.progress().resolution() : null,
                ticket.trail().createdAt(),
                ticket.trail().updatedAt());
    }
}

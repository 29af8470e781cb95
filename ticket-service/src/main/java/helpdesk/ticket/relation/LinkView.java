package helpdesk.ticket.relation;

import helpdesk.ticket.ticketing.TicketView;
import helpdesk.ticket.vocabulary.TicketStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A link, as seen from one of its two tickets.
 *
 * @param outgoing whether this ticket is what the kind says: the duplicate, or what was split off
 * @param other the ticket at the other end
 */
@Schema(name = "TicketLink")
public record LinkView(
        UUID id, LinkKind kind, boolean outgoing, Other other, String actor, Instant createdAt, long version) {

    /** The ticket at the other end. */
    @Schema(name = "LinkedTicket")
    public record Other(UUID id, String number, String subject, TicketStatus status) {

        static Other of(TicketView ticket) {
            return new Other(ticket.id(), ticket.number(), ticket.subject(), ticket.status());
        }
    }

    static LinkView of(TicketLink link, UUID from, TicketView other) {
        return new LinkView(
                link.id(),
                link.kind(),
                link.ticketId().equals(from),
                Other.of(other),
                link.actor(),
                link.createdAt(),
                link.version());
    }

    static UUID otherEnd(TicketLink link, UUID from) {
        return link.ticketId().equals(from) ? link.otherId() : link.ticketId();
    }
}

package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import helpdesk.ticket.vocabulary.TicketType;
import java.util.UUID;

/**
 * What every event of a ticket tells about it.
 *
 * @param winBackOf the lapse of a customer that it is to make good; null of all others
 * @param probe true when we opened it ourselves, to see how a customer fares; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketHead(
        UUID ticketId,
        String number,
        String subject,
        TicketType type,
        Channel channel,
        Priority priority,
        TicketStatus status,
        String language,
        String group,
        int tier,
        String category,
        UUID customerId,
        UUID followUpOf,
        UUID winBackOf,
        Boolean probe) {

    static TicketHead of(Ticket ticket) {
        TicketContent content = ticket.content();
        TicketOrigin origin = ticket.origin();
        return new TicketHead(
                ticket.id(),
                ticket.displayNumber(),
                content.subject(),
                origin.type(),
                origin.channel(),
                content.priority(),
                ticket.status(),
                origin.language(),
                content.group(),
                ticket.tier(),
                content.category(),
                ticket.requester().customerId(),
                origin.followUpOf(),
                origin.winBackOf(),
                origin.isProbe() ? true : null);
    }
}

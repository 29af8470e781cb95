package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import helpdesk.ticket.vocabulary.TicketType;
import java.util.UUID;

/** What every event of a ticket tells about it. */
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
        UUID followUpOf) {}

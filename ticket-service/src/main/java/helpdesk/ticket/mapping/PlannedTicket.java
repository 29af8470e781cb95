package helpdesk.ticket.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.ticketing.OpenTicket;
import helpdesk.ticket.ticketing.RequesterRequest;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ticket that an event would open. */
@Schema(name = "PlannedTicket")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedTicket(
        String subject,
        String description,
        TicketType type,
        Priority priority,
        List<String> tags,
        String category,
        RequesterRequest requester) {

    static PlannedTicket of(OpenTicket ticket) {
        return new PlannedTicket(
                ticket.subject(),
                ticket.description(),
                ticket.type(),
                ticket.priority(),
                ticket.tags(),
                ticket.category(),
                ticket.requester());
    }
}

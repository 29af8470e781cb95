package helpdesk.ticket.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.ticketing.PublicTicket;
import helpdesk.ticket.vocabulary.TicketStatus;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request as its sender sees it. */
@Schema(name = "Request")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestView(
        String number,
        String subject,
        String description,
        TicketStatus status,
        ServedBy servedBy,
        String resolution,
        Instant createdAt,
        Instant updatedAt) {

    /** Who serves the customer (practice 2). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ServedBy(String name, String title) {}

    static RequestView of(PublicTicket ticket) {
        return new RequestView(
                ticket.number(),
                ticket.subject(),
                ticket.description(),
                ticket.status(),
                ticket.assigneeName() == null ? null : new ServedBy(ticket.assigneeName(), ticket.assigneeTitle()),
                ticket.resolution(),
                ticket.createdAt(),
                ticket.updatedAt());
    }
}

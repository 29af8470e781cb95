package helpdesk.ticket.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of a ticket's history.
 *
 * @param version the ticket's version that the change led to
 * @param actor {@code account:<id>}, {@code apikey:<id>}, {@code customer:<id>} or {@code system:<rule>}
 * @param cause the type of the event that tells of it, for example {@code ticket.assigned}
 * @param from what it was, in the form the field has in the API; absent when it was empty
 * @param to what it is now, in the same form; absent when it was emptied
 */
@Schema(name = "TicketChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
        Instant at, long version, String actor, String cause, String field, JsonNode from, JsonNode to) {}

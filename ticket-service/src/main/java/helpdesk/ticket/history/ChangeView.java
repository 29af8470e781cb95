package helpdesk.ticket.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of a ticket's history.
 *
 * @param version the ticket's version that the change led to
 * @param actor {@code account:<id>}, {@code apikey:<id>}, {@code customer:<id>} or {@code system:<rule>}
 * @param cause the type of the event that tells of it, for example {@code ticket.assigned}
 * @param ruleId the rule that made the change; absent when none did
 * @param depth how many steps the rule is away from what somebody did, 1–5; absent without a rule
 * @param from what it was, in the form the field has in the API; absent when it was empty
 * @param to what it is now, in the same form; absent when it was emptied
 */
@Schema(name = "TicketChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
        Instant at,
        long version,
        String actor,
        String cause,
        UUID ruleId,
        Short depth,
        String field,
        JsonNode from,
        JsonNode to) {}

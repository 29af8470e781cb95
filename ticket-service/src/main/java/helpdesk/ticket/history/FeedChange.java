package helpdesk.ticket.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change of a ticket, among those of all tickets.
 *
 * @param version the ticket's version that the change led to
 * @param cause the type of the event that tells of it, for example {@code ticket.assigned}
 * @param ruleId the rule that made the change; absent when none did
 * @param depth how many steps the rule is away from what somebody did, 1–5; absent without a rule
 */
@Schema(name = "TicketFeedChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedChange(
        UUID id,
        UUID ticketId,
        long version,
        Instant at,
        String actor,
        String cause,
        UUID ruleId,
        Short depth,
        String field,
        JsonNode from,
        JsonNode to) {}

package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.vocabulary.Priority;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All clocks of a ticket, and why they stand where they stand.
 *
 * @param at the moment that is spoken of
 * @param policy the one that holds
 */
@Schema(name = "ServiceLevelExplanation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplanationView(
        Instant at, String policy, String calendar, Priority priority, List<ExplainedClock> clocks) {}

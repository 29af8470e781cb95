package helpdesk.ticket.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.conversation.ConversationSummary;
import helpdesk.ticket.plan.PlanView;
import helpdesk.ticket.ticketing.TicketView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody needs to know who takes a ticket over: what is asked, what was said and done, who did it, and what is promised.
 *
 * @param escalations the first first
 * @param plan what will be done; without steps when nothing is planned
 */
@Schema(name = "TicketStory")
public record StoryView(
        TicketView ticket, ConversationSummary conversation, List<EscalationView> escalations, PlanView plan) {

    /**
     * That a ticket was handed to more experienced people.
     *
     * @param actor {@code account:<id>}, or {@code system:service-level} when a clock did it
     */
    @Schema(name = "TicketEscalation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EscalationView(Instant at, int fromTier, int toTier, String actor, String reason) {}
}

package helpdesk.feedback.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * An unhappy answer and what became of it.
 *
 * @param ticketId what was asked about; absent when it was no ticket
 * @param agentId who had served the customer
 * @param followUpTicketId the ticket that followed; absent until it is open
 * @param secondScore what the customer gave after that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FollowUpView(
        UUID responseId,
        UUID ticketId,
        int score,
        UUID agentId,
        Instant reportedAt,
        FollowUpState state,
        UUID followUpTicketId,
        Instant openedAt,
        Instant resolvedAt,
        UUID secondResponseId,
        Integer secondScore,
        Instant secondAt) {}

package helpdesk.feedback.followup;

import java.time.Instant;
import java.util.UUID;

/**
 * An answer with a low score, and who had served the customer. All but the response, the score and the time may be null.
 *
 * @param ticketId what was asked about
 */
public record UnhappyAnswer(
        UUID responseId,
        UUID ticketId,
        int score,
        UUID agentId,
        String agentName,
        String team,
        String category,
        String channel,
        Instant reportedAt) {}

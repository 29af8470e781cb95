package helpdesk.feedback.invitation;

import java.util.List;
import java.util.UUID;

/**
 * What an answer means to its invitation.
 *
 * @param language of the answer
 * @param score 1–10, or null
 * @param comments what the customer wrote
 */
public record AnswerSummary(
        UUID responseId, String language, Integer score, AnswerVia via, List<DetractorReported.Comment> comments) {}

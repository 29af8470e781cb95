package helpdesk.customer.reward;

import java.util.UUID;

/**
 * Something that a customer did and that may be rewarded.
 *
 * @param cause the answer or the ticket
 * @param eventId of what told it
 */
record RewardClaim(
        UUID id,
        IssueOn happening,
        UUID cause,
        UUID customerId,
        UUID ticketId,
        AskedSurvey survey,
        String ticketType,
        UUID segmentId,
        String eventId,
        String correlationId,
        String traceParent) {

    /** The answer that it is for; null when it is for something else. */
    UUID responseId() {
        return happening == IssueOn.SURVEY_ANSWERED ? cause : null;
    }

    boolean fits(IssueRule rule) {
        return (rule.surveyId() == null || survey.is(rule.surveyId()))
                && (rule.ticketType() == null || rule.ticketType().equals(ticketType))
                && (rule.segmentId() == null || rule.segmentId().equals(segmentId));
    }
}

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
        UUID surveyId,
        String ticketType,
        UUID segmentId,
        String eventId,
        String correlationId,
        String traceParent) {

    boolean fits(IssueRule rule) {
        return (rule.surveyId() == null || rule.surveyId().equals(surveyId))
                && (rule.ticketType() == null || rule.ticketType().equals(ticketType))
                && (rule.segmentId() == null || rule.segmentId().equals(segmentId));
    }
}

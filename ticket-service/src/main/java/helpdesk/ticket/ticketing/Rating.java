package helpdesk.ticket.ticketing;

import java.time.Instant;
import java.util.UUID;

/**
 * What a customer said of our work on a ticket.
 *
 * @param score from 1, the worst, to 10, the best; null when none was given, or it was taken back
 * @param responseId the response to a survey that says so
 * @param saidAt when it was said; what is said later stands
 */
public record Rating(Short score, UUID responseId, Instant saidAt) {

    /** Whether it changes how content the customer is: an answer without a score says nothing, unless it had one before. */
    boolean concerns(Satisfaction former) {
        return score != null || former == null || former.responseId().equals(responseId);
    }

    /** How content the customer is; null when nobody knows any more. */
    Satisfaction satisfaction() {
        return score == null ? null : new Satisfaction(score, responseId);
    }
}

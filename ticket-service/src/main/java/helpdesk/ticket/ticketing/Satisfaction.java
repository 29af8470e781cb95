package helpdesk.ticket.ticketing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Map;
import java.util.UUID;

/**
 * How content the customer was.
 *
 * @param score from 1, the worst, to 10, the best
 * @param responseId the response to a survey that says so
 */
@Embeddable
public record Satisfaction(
        @Column(name = "satisfaction_score") short score,
        @Column(name = "satisfaction_response_id") UUID responseId) {

    /** As the API shows it. */
    Map<String, Object> form() {
        return Map.of("score", (int) score, "surveyResponseId", responseId);
    }
}

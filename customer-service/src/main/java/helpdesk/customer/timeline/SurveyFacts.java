package helpdesk.customer.timeline;

import helpdesk.customer.reward.AskedSurvey;
import java.util.UUID;

/**
 * What the timeline reads from the events of feedback-service.
 *
 * @param ticketId the ticket that was asked about; null when it was something else
 * @param title of an improvement that is done
 */
record SurveyFacts(
        UUID customerId,
        UUID ticketId,
        String ticketNumber,
        UUID surveyId,
        UUID surveySeriesId,
        UUID responseId,
        String surveyName,
        Integer score,
        String title) {

    AskedSurvey survey() {
        return new AskedSurvey(surveyId, surveySeriesId);
    }
}

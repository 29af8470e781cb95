package helpdesk.customer.timeline;

import java.util.UUID;

/** What the timeline reads from the events of feedback-service. */
record SurveyFacts(
        UUID customerId,
        UUID ticketId,
        String ticketNumber,
        UUID surveyId,
        UUID responseId,
        String surveyName,
        Integer score) {}

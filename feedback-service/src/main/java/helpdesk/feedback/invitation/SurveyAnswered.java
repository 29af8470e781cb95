package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer answered a survey.
 *
 * @param language of the answer
 * @param score 1–10, or null when the survey asks for none or the customer passed it over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyAnswered(
        UUID responseId,
        UUID invitationId,
        UUID surveyId,
        UUID surveySeriesId,
        UUID campaignId,
        UUID ticketId,
        String ticketNumber,
        UUID customerId,
        UUID agentId,
        Contact contact,
        String language,
        Integer score,
        AnswerVia via,
        Instant answeredAt)
        implements SurveyEvent {

    static SurveyAnswered of(Invitation invitation, AnswerSummary answer) {
        return new SurveyAnswered(
                answer.responseId(),
                invitation.id(),
                invitation.survey().id(),
                invitation.survey().seriesId(),
                invitation.campaignId(),
                invitation.ticketId(),
                invitation.ticketNumber(),
                invitation.customerId(),
                invitation.circumstances().agentId(),
                invitation.contact(),
                answer.language(),
                answer.score(),
                answer.via(),
                invitation.answeredAt());
    }

    @Override
    public String eventType() {
        return "org.helpdesk.survey.answered.v1";
    }
}

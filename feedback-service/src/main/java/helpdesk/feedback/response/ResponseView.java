package helpdesk.feedback.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.feedback.invitation.AnswerVia;
import helpdesk.feedback.invitation.Invitation;
import helpdesk.feedback.survey.Answer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A response as those who work here see it.
 *
 * @param agentId who served the customer then
 * @param score 1–10, absent when no question on a scale was answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResponseView(
        UUID id,
        UUID invitationId,
        UUID surveyId,
        String surveyName,
        UUID ticketId,
        String ticketNumber,
        UUID customerId,
        UUID agentId,
        String language,
        Integer score,
        List<Answer> answers,
        AnswerVia via,
        Instant receivedAt,
        Instant changedAt) {

    static ResponseView of(Response response) {
        Invitation invitation = response.invitation();
        return new ResponseView(
                response.id(),
                invitation.id(),
                invitation.survey().id(),
                invitation.survey().name(),
                invitation.ticketId(),
                invitation.ticketNumber(),
                invitation.customerId(),
                invitation.circumstances().agentId(),
                response.language(),
                response.score(),
                response.answers(),
                response.via(),
                response.receivedAt(),
                response.changedAt());
    }
}

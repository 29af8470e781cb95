package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** A customer was invited to answer a survey. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyInvited(
        UUID invitationId,
        UUID surveyId,
        UUID surveySeriesId,
        UUID campaignId,
        String surveyName,
        UUID ticketId,
        String ticketNumber,
        UUID customerId,
        Contact contact,
        String language,
        String link,
        String agentName,
        FirstQuestion firstQuestion,
        Instant invitedAt,
        Instant expiresAt)
        implements SurveyEvent {

    static SurveyInvited of(Invitation invitation, String link) {
        return new SurveyInvited(
                invitation.id(),
                invitation.survey().id(),
                invitation.survey().seriesId(),
                invitation.campaignId(),
                invitation.survey().name(),
                invitation.ticketId(),
                invitation.ticketNumber(),
                invitation.customerId(),
                invitation.contact(),
                invitation.language(),
                link,
                invitation.circumstances().agentName(),
                FirstQuestion.of(
                        invitation.survey().questions().getFirst(),
                        invitation.survey().speak(invitation.language())),
                invitation.sentAt(),
                invitation.expiresAt());
    }

    @Override
    public String eventType() {
        return "org.helpdesk.survey.invited.v1";
    }
}

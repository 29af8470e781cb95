package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** A customer did not answer in time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyExpired(
        UUID invitationId,
        UUID surveyId,
        UUID surveySeriesId,
        UUID campaignId,
        UUID ticketId,
        String ticketNumber,
        UUID customerId,
        Instant expiredAt)
        implements SurveyEvent {

    static SurveyExpired of(Invitation invitation, Instant now) {
        return new SurveyExpired(
                invitation.id(),
                invitation.survey().id(),
                invitation.survey().seriesId(),
                invitation.campaignId(),
                invitation.ticketId(),
                invitation.ticketNumber(),
                invitation.customerId(),
                now);
    }

    @Override
    public String eventType() {
        return "org.helpdesk.survey.expired.v1";
    }
}

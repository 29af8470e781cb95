package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * An invitation as those who work here see it.
 *
 * @param link where the customer answers, while it opens something; its last path segment is the token
 * @param dueAt when it is to be sent
 * @param dropReason why it is not sent, or no longer open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationView(
        UUID id,
        UUID ticketId,
        String ticketNumber,
        UUID customerId,
        UUID surveyId,
        UUID campaignId,
        String surveyName,
        InvitationState state,
        String link,
        String language,
        Instant dueAt,
        Instant sentAt,
        Instant remindedAt,
        Instant expiresAt,
        Instant answeredAt,
        DropReason dropReason) {

    static InvitationView of(Invitation invitation, SurveyLinks links, Instant now) {
        return new InvitationView(
                invitation.id(),
                invitation.ticketId(),
                invitation.ticketNumber(),
                invitation.customerId(),
                invitation.survey().id(),
                invitation.campaignId(),
                invitation.survey().name(),
                invitation.state(),
                invitation.hasOpenLink(now) ? links.link(invitation.id(), invitation.expiresAt()) : null,
                invitation.language(),
                invitation.dueAt(),
                invitation.sentAt(),
                invitation.remindedAt(),
                invitation.expiresAt(),
                invitation.answeredAt(),
                invitation.dropReason());
    }
}

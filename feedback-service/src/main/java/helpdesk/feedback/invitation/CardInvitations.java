package helpdesk.feedback.invitation;

import helpdesk.feedback.campaign.Campaign;
import helpdesk.feedback.survey.Survey;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Invites whoever has found a card and answers it. */
@ApplicationScoped
public class CardInvitations {

    private static final Circumstances CARD = new Circumstances(null, null, null, null, "card");

    private final InvitationRepository invitations;
    private final SurveyLinks links;
    private final Clock clock;

    CardInvitations(InvitationRepository invitations, SurveyLinks links, Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.clock = clock;
    }

    /** What was answered with the same mark before; of null there is nothing. */
    public Optional<Invitation> find(Campaign campaign, UUID once) {
        return once == null ? Optional.empty() : invitations.find(Occasion.card(campaign.id(), once));
    }

    /** An invitation that is answered in the same transaction. */
    public Invitation open(Campaign campaign, UUID once, Survey survey, Contact contact, String language) {
        Instant now = clock.instant();
        String cause = Ids.next().toString();
        Invitation invitation = Invitation.schedule(
                new InvitationPlan(
                        Occasion.card(campaign.id(), once),
                        null,
                        CARD,
                        Invitee.of(null, contact, Map.of()),
                        language,
                        survey,
                        now,
                        new Cause(cause, cause, null)),
                now);
        invitation.ask(SurveyLinks.expiry(now, campaign.validFor()), now);
        invitations.persist(invitation);
        return invitation;
    }

    /** Where the answer can be changed. */
    public String link(Invitation invitation) {
        return links.link(invitation.id(), invitation.expiresAt());
    }
}

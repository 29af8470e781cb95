package helpdesk.feedback.invitation;

import helpdesk.feedback.campaign.Campaign;
import helpdesk.feedback.survey.Survey;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Invites whoever has found a card and answers it. */
@ApplicationScoped
public class CardInvitations {

    private static final String LOCK = "select cast(pg_advisory_xact_lock(hashtextextended('card ' || ?, 0)) as text)";

    private static final Circumstances CARD = new Circumstances(null, null, null, null, "card");

    private final InvitationRepository invitations;
    private final SurveyLinks links;
    private final Sql sql;
    private final Clock clock;

    CardInvitations(InvitationRepository invitations, SurveyLinks links, Sql sql, Clock clock) {
        this.sql = sql;
        this.invitations = invitations;
        this.links = links;
        this.clock = clock;
    }

    /**
     * What was answered with the same mark before; of null there is nothing. Until the end of the transaction nobody else looks for the
     * same: of two that come at once, the second finds the first.
     */
    public Optional<Invitation> find(Campaign campaign, UUID once) {
        if (once == null) {
            return Optional.empty();
        }
        sql.list(LOCK, row -> row.getString(1), once.toString());
        return invitations.find(Occasion.card(campaign.id(), once));
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

package helpdesk.feedback.invitation;

import helpdesk.feedback.campaign.Campaign;
import helpdesk.feedback.campaign.Case;
import helpdesk.feedback.customer.KnownCustomer;
import helpdesk.feedback.survey.Survey;
import helpdesk.feedback.survey.SurveyRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Decides who is asked, as tickets are solved and reopened and callbacks are made. */
@ApplicationScoped
public class InvitationService {

    private final InvitationRepository invitations;
    private final SurveyRepository surveys;
    private final SurveySettings settings;
    private final Event<InvitationDue> due;
    private final Clock clock;

    InvitationService(
            InvitationRepository invitations,
            SurveyRepository surveys,
            SurveySettings settings,
            Event<InvitationDue> due,
            Clock clock) {
        this.invitations = invitations;
        this.surveys = surveys;
        this.settings = settings;
        this.due = due;
        this.clock = clock;
    }

    /**
     * Plans to ask about a solution, unless no campaign does, or that was planned before, or the solution did not last. After a
     * follow-up everybody is asked, however few a campaign asks otherwise (practice 31).
     *
     * @param current what customers go on as
     * @param campaigns those on solutions, in their order
     */
    @Transactional
    void schedule(ResolvedTicket ticket, Map<UUID, UUID> current, List<Campaign> campaigns, Cause cause) {
        Optional<Campaign> campaign = first(campaigns, ticket.asCase());
        if (campaign.isEmpty()
                || !ticket.isFollowUp() && !campaign.get().samples(ticket.ticketId())
                || invitations.isAskedOrReopened(ticket.ticketId(), ticket.reopenCount())) {
            return;
        }
        store(new InvitationPlan(
                Occasion.solution(campaign.get().id()),
                ticket.solution(),
                ticket.circumstances(),
                ticket.invitee(current),
                ticket.language(),
                survey(campaign.get()),
                ticket.resolvedAt().plus(delay(campaign.get())),
                cause));
    }

    /**
     * Plans to ask about a callback, unless no campaign does, or that was planned before.
     *
     * @param campaigns those on callbacks, in their order
     */
    @Transactional
    void schedule(CompletedCallback callback, KnownCustomer customer, List<Campaign> campaigns, Cause cause) {
        Optional<Campaign> campaign = first(campaigns, new Case(null, null, null, null, customer.language()));
        if (campaign.isEmpty() || !campaign.get().samples(callback.callbackId())) {
            return;
        }
        Occasion occasion = Occasion.callback(campaign.get().id(), callback.callbackId());
        if (!invitations.isAsked(occasion)) {
            store(InvitationPlans.of(
                    customer,
                    occasion,
                    callback.circumstances(),
                    survey(campaign.get()),
                    callback.completedAt().plus(delay(campaign.get())),
                    cause));
        }
    }

    private void store(InvitationPlan plan) {
        Instant now = clock.instant();
        Invitation invitation = Invitation.schedule(plan, now);
        invitations.persist(invitation);
        if (invitation.isDue(now)) {
            due.fire(new InvitationDue());
        }
    }

    private static Optional<Campaign> first(List<Campaign> campaigns, Case about) {
        return campaigns.stream().filter(campaign -> campaign.fits(about)).findFirst();
    }

    private Duration delay(Campaign campaign) {
        return campaign.delay() == null ? settings.delay() : campaign.delay();
    }

    private Survey survey(Campaign campaign) {
        return surveys.current(campaign.surveyId())
                .orElseThrow(() -> new IllegalStateException(
                        "No survey is the default one. Publish one with replacesDefault, then redeliver this event."));
    }

    /** Asks no more about solutions that did not last. */
    @Transactional
    void reopened(ReopenedTicket ticket) {
        Instant now = clock.instant();
        invitations.rememberReopening(ticket.ticketId(), ticket.reopenCount());
        invitations
                .lockOpenBefore(ticket.ticketId(), ticket.reopenCount())
                .forEach(invitation -> invitation.drop(DropReason.REOPENED, now));
    }

    /**
     * Learns who the customer of a ticket is.
     *
     * @param current what customers go on as
     */
    @Transactional
    void identified(IdentifiedTicket ticket, Map<UUID, UUID> current) {
        if (ticket.customerId() != null) {
            Instant now = clock.instant();
            invitations
                    .lockUnidentified(ticket.ticketId())
                    .forEach(invitation -> invitation.identify(ticket.customerId(), current, now));
        }
    }
}

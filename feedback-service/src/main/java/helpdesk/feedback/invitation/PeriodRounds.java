package helpdesk.feedback.invitation;

import helpdesk.feedback.campaign.Campaign;
import helpdesk.feedback.campaign.CampaignRepository;
import helpdesk.feedback.campaign.Case;
import helpdesk.feedback.customer.KnownCustomer;
import helpdesk.feedback.customer.KnownCustomers;
import helpdesk.feedback.survey.Survey;
import helpdesk.feedback.survey.SurveyRepository;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks customers from time to time, slice by slice. Each call is one transaction of bounded size, which a kill undoes as a whole. */
@ApplicationScoped
class PeriodRounds {

    static final int SLICE = 500;

    private static final Circumstances NOBODY = new Circumstances(null, null, null, null, "campaign");

    private final CampaignRepository campaigns;
    private final InvitationRepository invitations;
    private final SurveyRepository surveys;
    private final KnownCustomers customers;
    private final Successions successions;
    private final Clock clock;

    PeriodRounds(
            CampaignRepository campaigns,
            InvitationRepository invitations,
            SurveyRepository surveys,
            KnownCustomers customers,
            Successions successions,
            Clock clock) {
        this.campaigns = campaigns;
        this.invitations = invitations;
        this.surveys = surveys;
        this.customers = customers;
        this.successions = successions;
        this.clock = clock;
    }

    /** Does the next slice of a round that has come; false when there is none. */
    @ActivateRequestContext
    @Transactional
    boolean proceed() {
        Instant now = clock.instant();
        Optional<Campaign> due = campaigns.claimRound(now);
        due.ifPresent(campaign -> proceed(campaign, now));
        return due.isPresent();
    }

    private void proceed(Campaign campaign, Instant now) {
        Instant since = campaign.contactWithin() == null ? null : now.minus(campaign.contactWithin());
        List<KnownCustomer> slice = customers.next(campaign.roundAfter(), since, SLICE);
        Map<UUID, UUID> current =
                successions.current(slice.stream().map(KnownCustomer::id).toList());
        Survey survey = surveys.current(campaign.surveyId()).orElseThrow();
        String round = Ids.next().toString();
        slice.stream()
                .filter(customer ->
                        current.getOrDefault(customer.id(), customer.id()).equals(customer.id()))
                .filter(customer -> campaign.fits(new Case(null, null, null, null, customer.language())))
                .filter(customer -> campaign.samples(customer.id()))
                .map(customer -> InvitationPlans.of(
                        customer,
                        Occasion.period(campaign.id(), customer.id(), campaign.round()),
                        NOBODY,
                        survey,
                        now,
                        new Cause(round, round, null)))
                .forEach(plan -> invitations.persist(Invitation.schedule(plan, now)));
        campaign.proceed(slice.size() < SLICE ? null : slice.getLast().id(), now);
    }
}

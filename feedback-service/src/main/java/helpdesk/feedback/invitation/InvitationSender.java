package helpdesk.feedback.invitation;

import helpdesk.feedback.campaign.Campaign;
import helpdesk.feedback.campaign.CampaignRepository;
import helpdesk.feedback.customer.KnownCustomer;
import helpdesk.feedback.customer.KnownCustomers;
import helpdesk.feedback.survey.SurveyRepository;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends invitations, reminds, and gives up on those that nobody answered. Each call is one transaction of bounded size. */
@ApplicationScoped
class InvitationSender {

    static final int BATCH = 100;

    private static final Actor RULE = Actor.system("survey-after-resolution");
    private static final Actor REMINDER = Actor.system("survey-reminder");
    private static final Actor EXPIRY = Actor.system("survey-expiry");

    /** What is sent without a campaign was planned before there were any. */
    private static final Duration USUAL_VALIDITY = Duration.ofDays(14);

    private final InvitationRepository invitations;
    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final KnownCustomers customers;
    private final SurveyLinks links;
    private final SurveySettings settings;
    private final ErasedSubjects erasedSubjects;
    private final Outbox outbox;
    private final Causation causation;
    private final Clock clock;

    InvitationSender(
            InvitationRepository invitations,
            CampaignRepository campaigns,
            SurveyRepository surveys,
            KnownCustomers customers,
            SurveyLinks links,
            SurveySettings settings,
            ErasedSubjects erasedSubjects,
            Outbox outbox,
            Causation causation,
            Clock clock) {
        this.invitations = invitations;
        this.campaigns = campaigns;
        this.surveys = surveys;
        this.customers = customers;
        this.links = links;
        this.settings = settings;
        this.erasedSubjects = erasedSubjects;
        this.outbox = outbox;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * Sends a batch of those that are due; whoever was asked within the quiet period, or wants not to be asked, is not. The solution of
     * a follow-up is asked about in any quiet period (practice 31).
     *
     * @return how many were due, at most {@link #BATCH}
     */
    @ActivateRequestContext
    @Transactional
    int sendDue() {
        Instant now = clock.instant();
        List<Invitation> due = invitations.claimDue(now, BATCH);
        if (due.isEmpty()) {
            return 0;
        }
        Map<UUID, Campaign> asking = campaigns(due);
        Duration longest = due.stream()
                .map(invitation -> quietPeriod(asking.get(invitation.campaignId())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        RecentlyAsked asked = invitations.recentlyAsked(due, now.minus(longest));
        Set<UUID> erased =
                erasedSubjects.among(due.stream().flatMap(Invitation::subjects).toList());
        Set<UUID> refusing = refusing(due);
        for (Invitation invitation : due) {
            Campaign campaign = asking.get(invitation.campaignId());
            Duration quiet = quietPeriod(campaign);
            if (invitation.subjects().anyMatch(erased::contains)) {
                invitation.drop(DropReason.ERASED, now);
            } else if (refusing.contains(invitation.customerId())) {
                invitation.drop(DropReason.REFUSED, now);
            } else if (quiet.isPositive() && !invitation.isFollowUp() && asked.since(now.minus(quiet), invitation)) {
                invitation.drop(DropReason.QUIET_PERIOD, now);
            } else {
                send(invitation, campaign, now);
                asked.add(invitation.customerId(), invitation.contactEmail(), now);
            }
        }
        return due.size();
    }

    private void send(Invitation invitation, Campaign campaign, Instant now) {
        if (invitation.survey().isRetired()) {
            surveys.findPublished(invitation.survey().seriesId()).ifPresent(invitation::askInstead);
        }
        Instant until = SurveyLinks.expiry(now, campaign == null ? USUAL_VALIDITY : campaign.validFor());
        Instant remindAt = campaign == null || campaign.remindAfter() == null ? null : now.plus(campaign.remindAfter());
        tell(invitation, invitation.send(links.link(invitation.id(), until), until, remindAt, now), RULE);
    }

    /** Reminds a batch of those who have not answered, each once; returns how many, at most {@link #BATCH}. */
    @ActivateRequestContext
    @Transactional
    int remindDue() {
        Instant now = clock.instant();
        List<Invitation> due = invitations.claimToRemind(now, BATCH);
        Set<UUID> refusing = refusing(due);
        for (Invitation invitation : due) {
            if (refusing.contains(invitation.customerId())) {
                invitation.drop(DropReason.REFUSED, now);
            } else {
                String link = links.link(invitation.id(), invitation.expiresAt());
                tell(invitation, invitation.remind(link, now), REMINDER);
            }
        }
        return due.size();
    }

    /** Marks a batch of those whose link has expired; returns how many, at most {@link #BATCH}. */
    @ActivateRequestContext
    @Transactional
    int expireOverdue() {
        Instant now = clock.instant();
        List<Invitation> overdue = invitations.claimOverdue(now, BATCH);
        overdue.forEach(invitation -> tell(invitation, invitation.expire(now), EXPIRY));
        return overdue.size();
    }

    private void tell(Invitation invitation, SurveyEvent event, Actor actor) {
        Cause cause = invitation.cause();
        causation.following(cause.correlationId(), cause.causationId(), cause.traceParent(), actor, () -> {
            outbox.append(invitation, event);
            return null;
        });
    }

    private Duration quietPeriod(Campaign campaign) {
        return campaign == null || campaign.quietPeriod() == null ? settings.quietPeriod() : campaign.quietPeriod();
    }

    private Map<UUID, Campaign> campaigns(List<Invitation> due) {
        List<UUID> ids = due.stream()
                .map(Invitation::campaignId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return campaigns.list("id in ?1", ids).stream().collect(Collectors.toMap(Campaign::id, Function.identity()));
    }

    private Set<UUID> refusing(List<Invitation> due) {
        List<UUID> ids = due.stream()
                .map(Invitation::customerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return customers.find(ids).values().stream()
                .filter(KnownCustomer::refuses)
                .map(KnownCustomer::id)
                .collect(Collectors.toSet());
    }
}

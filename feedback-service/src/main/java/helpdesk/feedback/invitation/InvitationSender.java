package helpdesk.feedback.invitation;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Sends invitations, and gives up on those that nobody answered. Each call is one transaction of bounded size. */
@ApplicationScoped
class InvitationSender {

    static final int BATCH = 100;

    private static final Actor RULE = Actor.system("survey-after-resolution");

    private final InvitationRepository invitations;
    private final SurveyLinks links;
    private final SurveySettings settings;
    private final ErasedSubjects erasedSubjects;
    private final Outbox outbox;
    private final Causation causation;
    private final Clock clock;

    InvitationSender(
            InvitationRepository invitations,
            SurveyLinks links,
            SurveySettings settings,
            ErasedSubjects erasedSubjects,
            Outbox outbox,
            Causation causation,
            Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.settings = settings;
        this.erasedSubjects = erasedSubjects;
        this.outbox = outbox;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * Sends a batch of those that are due; whoever was asked within the quiet period is not asked again. The solution of a
     * follow-up is asked about in any case (practice 31).
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
        RecentlyAsked asked = invitations.recentlyAsked(due, now.minus(settings.quietPeriod()));
        Set<UUID> erased =
                erasedSubjects.among(due.stream().flatMap(Invitation::subjects).toList());
        for (Invitation invitation : due) {
            if (invitation.subjects().anyMatch(erased::contains)) {
                invitation.drop(DropReason.ERASED, now);
            } else if (isLeftInPeace(invitation, asked)) {
                invitation.drop(DropReason.QUIET_PERIOD, now);
            } else {
                send(invitation, now);
                asked.add(invitation.customerId(), invitation.contactEmail());
            }
        }
        return due.size();
    }

    private boolean isLeftInPeace(Invitation invitation, RecentlyAsked asked) {
        return settings.quietPeriod().isPositive() && !invitation.solution().followUp() && asked.includes(invitation);
    }

    private void send(Invitation invitation, Instant now) {
        Instant until = SurveyLinks.expiry(now);
        SurveyEvent event = invitation.send(links.link(invitation.id(), until), until, now);
        Cause cause = invitation.cause();
        causation.following(cause.correlationId(), cause.causationId(), cause.traceParent(), RULE, () -> {
            outbox.append(invitation, event);
            return null;
        });
    }

    /** Marks a batch of those whose link has expired; returns how many, at most {@link #BATCH}. */
    @Transactional
    int expireOverdue() {
        Instant now = clock.instant();
        List<Invitation> overdue = invitations.claimOverdue(now, BATCH);
        overdue.forEach(invitation -> invitation.expire(now));
        return overdue.size();
    }
}

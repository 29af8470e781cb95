package helpdesk.customer.reward;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.request.Causation;
import helpdesk.platform.time.Stopping;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Issues coupons for what customers did or what happened to them (practices 4, 28). Consumers only write down what may be
 * rewarded: whose it is may be known later, and a program is held for as long as a transaction lasts. Each is settled by a short
 * one of its own.
 */
@ApplicationScoped
public class EarnedRewards {

    private static final Logger LOG = Logger.getLogger(EarnedRewards.class);
    private static final Actor SELF = Actor.system("rewards");
    private static final Duration KEPT = Duration.ofDays(30);

    /** The most that one run settles; the next goes on. */
    private static final int MOST_AT_ONCE = 1_000;

    private final RewardClaims claims;
    private final Programs programs;
    private final CouponService coupons;
    private final Causation causation;
    private final Stopping stopping;
    private final Clock clock;

    EarnedRewards(
            RewardClaims claims,
            Programs programs,
            CouponService coupons,
            Causation causation,
            Stopping stopping,
            Clock clock) {
        this.claims = claims;
        this.programs = programs;
        this.coupons = coupons;
        this.causation = causation;
        this.stopping = stopping;
        this.clock = clock;
    }

    /** Somebody answered a survey. */
    public void surveyAnswered(UUID customer, UUID response, AskedSurvey survey, UUID ticket, IncomingEvent event) {
        claims.add(IssueOn.SURVEY_ANSWERED, response, customer, ticket, survey, null, event);
    }

    /** A ticket is resolved; again after a reopening counts no more. */
    public void ticketResolved(UUID customer, UUID ticket, String type, IncomingEvent event) {
        claims.add(IssueOn.TICKET_RESOLVED, ticket, customer, ticket, AskedSurvey.NONE, type, event);
    }

    /** They came to belong to a segment; who leaves it and comes again is not rewarded again. */
    public void segmentJoined(List<UUID> customers, UUID segment) {
        if (!customers.isEmpty()) {
            claims.addMembers(customers, segment, causation);
        }
    }

    /** It became known whose the ticket is, and so what was done before. */
    public void ticketLinked(UUID ticket, UUID customer) {
        claims.own(ticket, customer);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void settle() {
        try {
            QuarkusTransaction.requiringNew().run(claims::findOwners);
            for (int i = 0; i < MOST_AT_ONCE && !stopping.hasBegun(); i++) {
                if (!settleOne()) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf("Rewards wait for the database: %s", e.getMessage());
        }
    }

    @Scheduled(every = "1h", delayed = "4m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        QuarkusTransaction.requiringNew()
                .run(() -> claims.forget(clock.instant().minus(KEPT)));
    }

    /** One that can't be settled keeps no other waiting. */
    private boolean settleOne() {
        AtomicReference<RewardClaim> tried = new AtomicReference<>();
        try {
            QuarkusTransaction.requiringNew().run(() -> claims.holdNext().forEach(claim -> {
                tried.set(claim);
                settle(claim);
            }));
        } catch (RuntimeException e) {
            if (tried.get() == null || Failures.isTransient(e)) {
                throw e;
            }
            LOG.errorf(e, "The reward %s is put off", tried.get().id());
            QuarkusTransaction.requiringNew().run(() -> claims.putOff(tried.get()));
        }
        return tried.get() != null;
    }

    private void settle(RewardClaim claim) {
        causation.following(claim.correlationId(), claim.eventId(), claim.traceParent(), SELF, () -> {
            programs.activeOn(claim.happening()).stream()
                    .filter(program -> claim.fits(program.writable().issue()))
                    .forEach(program -> coupons.earn(
                            program,
                            claim.customerId(),
                            claim.happening() + " " + claim.cause(),
                            claim.ticketId(),
                            claim.responseId(),
                            SELF));
            return null;
        });
        claims.remove(claim);
    }
}

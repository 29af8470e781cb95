package helpdesk.customer.reward;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.request.Causation;
import helpdesk.platform.time.Stopping;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes off coupons whose time is over. Until it has come to one, that one is not redeemed either. */
@ApplicationScoped
class CouponExpiry {

    private static final Logger LOG = Logger.getLogger(CouponExpiry.class);
    private static final int AT_ONCE = 200;

    /** The most that one run does; the next goes on. */
    private static final int MOST_TRANSACTIONS = 500;

    private final Coupons coupons;
    private final RewardJournal journal;
    private final Causation causation;
    private final Stopping stopping;
    private final Clock clock;

    CouponExpiry(Coupons coupons, RewardJournal journal, Causation causation, Stopping stopping, Clock clock) {
        this.coupons = coupons;
        this.journal = journal;
        this.causation = causation;
        this.stopping = stopping;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void expire() {
        try {
            for (int i = 0; i < MOST_TRANSACTIONS && !stopping.hasBegun(); i++) {
                if (QuarkusTransaction.requiringNew().call(this::expireSome) < AT_ONCE) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf("Coupons that have expired wait for the database: %s", e.getMessage());
        }
    }

    private int expireSome() {
        Actor job = Actor.system("coupon-expiry");
        causation.actAs(job);
        Instant now = clock.instant();
        List<Coupon> overdue = coupons.holdOverdue(now, AT_ONCE);
        overdue.forEach(coupon -> journal.tell(coupon, coupon.expire(job, now)));
        return overdue.size();
    }
}

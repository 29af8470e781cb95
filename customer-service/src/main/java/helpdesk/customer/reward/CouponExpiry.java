package helpdesk.customer.reward;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Writes off coupons whose time is over. Until it has come to one, that one is not redeemed either. */
@ApplicationScoped
class CouponExpiry {

    private static final int AT_ONCE = 200;

    private final Coupons coupons;
    private final RewardJournal journal;
    private final Causation causation;
    private final Clock clock;

    CouponExpiry(Coupons coupons, RewardJournal journal, Causation causation, Clock clock) {
        this.coupons = coupons;
        this.journal = journal;
        this.causation = causation;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void expire() {
        Actor job = Actor.system("coupon-expiry");
        causation.actAs(job);
        Instant now = clock.instant();
        for (Coupon coupon : coupons.holdOverdue(now, AT_ONCE)) {
            journal.tell(coupon, coupon.expire(job, now));
        }
    }
}

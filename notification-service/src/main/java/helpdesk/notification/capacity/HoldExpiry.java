package helpdesk.notification.capacity;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Gives back places that were held and never booked. They count for nobody before that either. */
@ApplicationScoped
class HoldExpiry {

    private static final int AT_ONCE = 200;

    private final SlotHolds holds;

    HoldExpiry(SlotHolds holds) {
        this.holds = holds;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void giveBack() {
        holds.giveBackOver(AT_ONCE);
    }
}

package helpdesk.notification.delivery;

import helpdesk.platform.persistence.Retention;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets domains that nothing has gone to for a while. */
@ApplicationScoped
class LaneRetention {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Retention retention;
    private final Clock clock;

    LaneRetention(Retention retention, Clock clock) {
        this.retention = retention;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "4m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        retention.deleteOlder("delivery_lane", "taken_until", clock.instant().minus(KEPT));
    }
}

package helpdesk.notification.webhook;

import helpdesk.platform.persistence.Retention;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets what webhooks were told long ago. */
@ApplicationScoped
class DeliveryRetention {

    static final Duration KEPT = Duration.ofDays(30);

    private final Retention retention;
    private final Clock clock;

    DeliveryRetention(Retention retention, Clock clock) {
        this.retention = retention;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        retention.deleteOlder("webhook_delivery", "created_at", clock.instant().minus(KEPT));
    }
}

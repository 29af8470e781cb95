package helpdesk.notification.webhook;

import helpdesk.platform.persistence.Retention;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets what webhooks were told long ago, and secrets that are void. */
@ApplicationScoped
class DeliveryRetention {

    static final Duration KEPT = Duration.ofDays(30);

    private static final String FORGET_SECRETS = """
            update webhook set former_secret = null, former_secret_until = null, version = version + 1
            where former_secret_until < ?""";

    private final Retention retention;
    private final Sql sql;
    private final Clock clock;

    DeliveryRetention(Retention retention, Sql sql, Clock clock) {
        this.retention = retention;
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        retention.deleteOlder("webhook_delivery", "created_at", clock.instant().minus(KEPT));
        QuarkusTransaction.requiringNew().run(() -> sql.execute(FORGET_SECRETS, clock.instant()));
    }
}

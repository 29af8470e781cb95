package helpdesk.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * How the outbox does: what waits, how long the oldest has waited, how much was published. It looks at the table itself and
 * not at the relay, so that it also tells of a relay that is stuck.
 */
@ApplicationScoped
class OutboxMetrics {

    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);

    /** Counting stops here, so that the measure never costs what it measures. */
    private static final String WAITING =
            "select count(*), min(time) from (select time from outbox_event order by seq limit 10000) oldest";

    private final DataSource database;
    private final Clock clock;
    private final Counter published;
    private volatile long waiting;
    private volatile Instant oldest;

    OutboxMetrics(MeterRegistry registry, DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
        published = Counter.builder("helpdesk.outbox.published")
                .description("Events acknowledged by the broker")
                .register(registry);
        Gauge.builder("helpdesk.outbox.waiting", () -> waiting)
                .description("Events that wait to be published, counted up to 10,000")
                .register(registry);
        Gauge.builder("helpdesk.outbox.oldest.seconds", this::ageOfOldest)
                .description("Age of the oldest waiting event")
                .register(registry);
    }

    void published(int events) {
        published.increment(events);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void observe() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(WAITING);
                ResultSet row = statement.executeQuery()) {
            row.next();
            OffsetDateTime time = row.getObject(2, OffsetDateTime.class);
            oldest = time == null ? null : time.toInstant();
            waiting = row.getLong(1);
        } catch (SQLException e) {
            // What was seen last stays, and what waits grows older.
            LOG.debugf("The outbox cannot be looked at: %s", e.getMessage());
        }
    }

    private double ageOfOldest() {
        Instant time = oldest;
        return time == null
                ? 0
                : Math.max(0, Duration.between(time, clock.instant()).toMillis() / 1000.0);
    }
}

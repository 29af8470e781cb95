package helpdesk.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How the outbox does: what waits, how long the oldest has waited, how much was published. */
@ApplicationScoped
class OutboxMetrics {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    /** Counting stops here, so that the measure never costs what it measures. */
    private static final String WAITING = """
            select count(*), coalesce(extract(epoch from now() - min(time)), 0)
            from (select time from outbox_event order by seq limit 10000) oldest""";

    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestMillis = new AtomicLong();
    private final Counter published;
    private long nextObservation = System.nanoTime();

    OutboxMetrics(MeterRegistry registry) {
        published = Counter.builder("helpdesk.outbox.published")
                .description("Events acknowledged by the broker")
                .register(registry);
        Gauge.builder("helpdesk.outbox.waiting", waiting::get)
                .description("Events that wait to be published, counted up to 10,000")
                .register(registry);
        Gauge.builder("helpdesk.outbox.oldest.seconds", () -> oldestMillis.get() / 1000.0)
                .description("Age of the oldest waiting event")
                .register(registry);
    }

    void published(int events) {
        if (events > 0) {
            published.increment(events);
        }
    }

    /** Looks at the table, at most every five seconds. */
    void observe(Connection connection) throws SQLException {
        if (System.nanoTime() - nextObservation < 0) {
            return;
        }
        nextObservation = System.nanoTime() + INTERVAL_NANOS;
        try (PreparedStatement statement = connection.prepareStatement(WAITING);
                ResultSet row = statement.executeQuery()) {
            row.next();
            waiting.set(row.getLong(1));
            oldestMillis.set((long) (row.getDouble(2) * 1000));
        }
    }
}

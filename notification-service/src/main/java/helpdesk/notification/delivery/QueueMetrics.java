package helpdesk.notification.delivery;

import helpdesk.notification.message.Transport;
import helpdesk.platform.persistence.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells how many messages wait for their server, and how long the oldest of those that are due has. */
@ApplicationScoped
class QueueMetrics {

    private static final List<Transport> SENDING = List.of(Transport.SMTP, Transport.SMS);

    private static final String WAITING = """
            select count(*), coalesce(extract(epoch from cast(? as timestamptz) - min(due_at)), 0)
            from (select due_at from queued_message where transport = ? limit 10000) as waiting""";

    private final Sql sql;
    private final Clock clock;
    private volatile Map<Transport, Waiting> latest = new EnumMap<>(Transport.class);

    QueueMetrics(Sql sql, Clock clock, MeterRegistry metrics) {
        this.sql = sql;
        this.clock = clock;
        SENDING.forEach(transport -> {
            String name = transport.name().toLowerCase(Locale.ROOT);
            Gauge.builder("helpdesk.messages.queued", () -> of(transport).count())
                    .tag("transport", name)
                    .description("Messages that wait for their server, counted to 10,000")
                    .register(metrics);
            Gauge.builder("helpdesk.messages.oldest", () -> of(transport).seconds())
                    .tag("transport", name)
                    .baseUnit("seconds")
                    .description("How long the oldest message has been due that was not sent")
                    .register(metrics);
        });
    }

    private Waiting of(Transport transport) {
        return latest.getOrDefault(transport, new Waiting(0, 0));
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Map<Transport, Waiting> found = new EnumMap<>(Transport.class);
        QuarkusTransaction.requiringNew()
                .run(() -> SENDING.forEach(transport -> sql.first(
                                WAITING,
                                row -> new Waiting(row.getLong(1), Math.max(0, row.getDouble(2))),
                                clock.instant(),
                                transport.name())
                        .ifPresent(waiting -> found.put(transport, waiting))));
        latest = found;
    }

    private record Waiting(long count, double seconds) {}
}

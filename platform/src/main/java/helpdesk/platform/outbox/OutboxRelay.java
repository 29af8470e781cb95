package helpdesk.platform.outbox;

import helpdesk.platform.kafka.KafkaSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox holds, in order, and deletes what the broker has acknowledged. One relay a service is active,
 * the one that holds the advisory lock; when its process dies the lock falls to another replica. A crash between
 * acknowledgement and deletion publishes an event twice with the same id, which consumers recognise; none is ever lost.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /** What is on its way to the broker may arrive: cut off, it would be published a second time. */
    private static final Duration ORDERLY_END = Duration.ofSeconds(3);

    private static final Duration FORCED_END = Duration.ofSeconds(3);

    private final DataSource database;
    private final KafkaSettings kafka;
    private final OutboxSettings settings;
    private final OutboxMetrics metrics;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean stopping;
    private Thread thread;

    /** Of the relay's own thread: grows with failures in a row. */
    private Duration backoff;

    OutboxRelay(DataSource database, KafkaSettings kafka, OutboxSettings settings, OutboxMetrics metrics) {
        this.database = database;
        this.kafka = kafka;
        this.settings = settings;
        this.metrics = metrics;
        this.backoff = settings.poll();
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        if (settings.relay()) {
            stopping = false;
            thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        if (thread != null && !thread.join(ORDERLY_END)) {
            thread.interrupt();
            thread.join(FORCED_END);
        }
    }

    /** Tells the relay that something was committed. Cheap; any thread may call it. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                relayOrWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void relayOrWait() throws InterruptedException {
        try (Connection connection = database.getConnection()) {
            if (RelayLock.tryAcquire(connection)) {
                relayWhileHolding(connection);
            } else {
                rest(BETWEEN_TRIES);
            }
        } catch (SQLException | RuntimeException | Error e) {
            // Errors too: without this thread nothing is published any more, and nobody would notice.
            if (!stopping) {
                backoff = longer(backoff);
                LOG.warnf("The outbox relay goes on in %d ms: %s", backoff.toMillis(), e);
                Thread.sleep(backoff);
            }
        }
    }

    private void relayWhileHolding(Connection connection) throws SQLException, InterruptedException {
        try (OutboxPublisher publisher = new OutboxPublisher(kafka, settings)) {
            OutboxBatch batch = new OutboxBatch(connection, settings.batch());
            DeadLetterBatch deadLetters = new DeadLetterBatch(connection);
            while (!stopping) {
                int sent = batch.publish(publisher);
                metrics.published(sent);
                deadLetters.publish(publisher);
                backoff = settings.poll();
                if (sent == 0) {
                    rest(settings.poll());
                }
            }
        } finally {
            RelayLock.release(connection);
        }
    }

    private void rest(Duration time) throws InterruptedException {
        if (wakeUps.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    private static Duration longer(Duration backoff) {
        Duration doubled = backoff.multipliedBy(2);
        return doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
    }
}

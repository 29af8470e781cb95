package helpdesk.notification.mailbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Reads the mail server again and again. One process does, the one that holds the advisory lock; when it dies, another goes on. Two that read
 * at once for a moment take no mail twice.
 */
@ApplicationScoped
class MailboxReader {

    private static final Logger LOG = Logger.getLogger(MailboxReader.class);

    /** With one connection; then it is looked whether it is still this process that reads. */
    private static final int ROUNDS = 25;

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(2);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration ORDERLY_END = Duration.ofSeconds(3);

    private final DataSource database;
    private final MailboxRound round;
    private final MailMetrics metrics;
    private final MailboxSettings.Imap settings;
    private final Semaphore end = new Semaphore(0);
    private Duration backoff = FIRST_BACKOFF;
    private volatile boolean stopping;
    private Thread thread;

    MailboxReader(DataSource database, MailboxRound round, MailMetrics metrics, MailboxSettings settings) {
        this.database = database;
        this.round = round;
        this.metrics = metrics;
        this.settings = settings.imap();
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        if (settings.host().isPresent()) {
            thread = Thread.ofPlatform().daemon().name("mailbox").start(this::run);
        }
    }

    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopping = true;
        end.release();
        if (thread != null && !thread.join(ORDERLY_END)) {
            thread.interrupt();
            thread.join(ORDERLY_END);
        }
    }

    private void run() {
        while (!stopping) {
            try {
                readOrWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void readOrWait() throws InterruptedException {
        try (Connection connection = database.getConnection()) {
            if (ReadingLock.tryAcquire(connection)) {
                readWhileHolding(connection);
            } else {
                rest(BETWEEN_TRIES);
            }
        } catch (SQLException | MessagingException | IOException | RuntimeException | Error e) {
            // Errors too: without this thread no mail is read any more, and nobody would notice.
            if (!stopping) {
                metrics.failed();
                LOG.warnf("The mail server is read again in %d s: %s", backoff.toSeconds(), e);
                rest(backoff);
                backoff = longer(backoff);
            }
        }
    }

    private void readWhileHolding(Connection connection)
            throws SQLException, MessagingException, IOException, InterruptedException {
        try {
            while (!stopping && ReadingLock.isHeld(connection)) {
                if (!readOnce()) {
                    rest(settings.every());
                }
            }
        } finally {
            ReadingLock.release(connection);
        }
    }

    private boolean readOnce() throws MessagingException, IOException {
        try (MailServer server = MailServer.connect(settings)) {
            boolean more = true;
            for (int i = 0; more && !stopping && i < ROUNDS; i++) {
                more = round.read(server);
                metrics.succeeded();
                backoff = FIRST_BACKOFF;
            }
            return more;
        }
    }

    private void rest(Duration time) throws InterruptedException {
        if (end.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            end.release();
        }
    }

    private static Duration longer(Duration backoff) {
        Duration doubled = backoff.multipliedBy(2);
        return doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
    }
}

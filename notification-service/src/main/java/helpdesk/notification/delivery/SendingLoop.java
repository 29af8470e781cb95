package helpdesk.notification.delivery;

import helpdesk.notification.message.ClaimedMessage;
import helpdesk.notification.message.MessageChannel;
import helpdesk.notification.message.Transport;
import helpdesk.notification.message.Transports;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Takes messages when they are due and has them sent. Mail and text messages have places of their own: neither waits for the other. */
@ApplicationScoped
class SendingLoop {

    /** Messages at once, of each transport in each process. */
    static final int PLACES = 32;

    private static final Logger LOG = Logger.getLogger(SendingLoop.class);

    /** What was written down meanwhile is found so late at most. */
    private static final Duration POLL = Duration.ofMillis(250);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration ORDERLY_END = Duration.ofSeconds(3);

    private final Sending sending;
    private final DeliverySettings settings;
    private final List<Transport> transports;
    private final Map<Transport, Integer> underWay = new ConcurrentHashMap<>();
    private final Map<Transport, ServerPause> pauses = new ConcurrentHashMap<>();
    private final Semaphore wakeUps = new Semaphore(0);
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("sending-", 1).factory());

    private volatile boolean stopping;
    private Thread thread;

    SendingLoop(Sending sending, DeliverySettings settings, Transports transports) {
        this.sending = sending;
        this.settings = settings;
        this.transports = Stream.of(MessageChannel.values())
                .flatMap(channel -> transports.of(channel).stream())
                .toList();
        this.transports.forEach(transport -> pauses.put(transport, new ServerPause(settings.longestPause())));
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        if (settings.send() && !transports.isEmpty()) {
            thread = Thread.ofPlatform().daemon().name("sending-loop").start(this::run);
        }
    }

    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(ORDERLY_END);
        }
        threads.shutdown();
        if (!threads.awaitTermination(ORDERLY_END.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                transports.forEach(this::sendSome);
                rest(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // Errors too: without this thread nothing is sent any more, and nobody would notice.
                if (!stopping) {
                    LOG.warnf("No messages are sent for %d ms: %s", AFTER_TROUBLE.toMillis(), e);
                    LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
                }
            }
        }
    }

    private void sendSome(Transport transport) {
        int free = pauses.get(transport).places(PLACES) - underWay.getOrDefault(transport, 0);
        if (free > 0) {
            sending.take(transport, free).forEach(this::begin);
        }
    }

    private void begin(ClaimedMessage message) {
        underWay.merge(message.transport(), 1, Integer::sum);
        try {
            threads.execute(() -> send(message));
        } catch (RuntimeException | Error e) {
            end(message);
            throw e;
        }
    }

    private void send(ClaimedMessage message) {
        try {
            pauses.get(message.transport()).tell(sending.send(message));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // What came of it could not be written down: it is tried again when the lease ends.
            if (!stopping) {
                LOG.warnf(
                        "Message %s is tried again later: %s",
                        message.id(), e.getClass().getName());
            }
        } finally {
            end(message);
        }
    }

    private void end(ClaimedMessage message) {
        underWay.computeIfPresent(message.transport(), (transport, count) -> count == 1 ? null : count - 1);
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    private void rest(Duration time) throws InterruptedException {
        if (wakeUps.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }
}

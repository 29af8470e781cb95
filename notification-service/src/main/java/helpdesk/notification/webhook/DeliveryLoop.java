package helpdesk.notification.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Takes deliveries when they are due and has them brought, as many of each webhook at once as it has places. A webhook that
 * hangs keeps its own places busy and nobody else's.
 */
@ApplicationScoped
class DeliveryLoop {

    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);

    /** Attempts at once, of each webhook in each process. */
    private static final int PLACES = 5;

    /** Of one whose latest attempt failed. */
    private static final int PLACES_OF_FAILING = 1;

    /** Of all together: each keeps a thread, a connection and a message. */
    private static final int PLACES_OF_ALL = 128;

    /** What other processes write down is found so late at most. */
    private static final Duration POLL = Duration.ofMillis(500);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration ORDERLY_END = Duration.ofSeconds(3);

    private final Courier courier;
    private final WebhookSettings settings;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();

    /** As many as there are webhooks, times their places, and none of them for long without work. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("webhook-", 1).factory());

    private volatile boolean stopping;
    private Thread thread;

    DeliveryLoop(Courier courier, WebhookSettings settings, MeterRegistry metrics) {
        this.courier = courier;
        this.settings = settings;
        Gauge.builder("helpdesk.webhook.under.way", this::underWay)
                .description("Attempts to tell webhooks something that have not ended")
                .register(metrics);
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        if (settings.send()) {
            thread = Thread.ofPlatform().daemon().name("webhook-loop").start(this::run);
        }
    }

    /** Attempts that take longer are made again by whoever runs then: receivers know them by their id. */
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

    /** Tells that something may be due. Cheap; any thread may call it. */
    void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                AtomicInteger free = new AtomicInteger(PLACES_OF_ALL - underWay());
                courier.take(target -> places(target, free)).forEach(this::begin);
                rest(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // Errors too: without this thread nobody is told anything any more, and nobody would notice.
                if (!stopping) {
                    LOG.warnf("Webhooks are told of nothing for %d ms: %s", AFTER_TROUBLE.toMillis(), e);
                    LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
                }
            }
        }
    }

    private void begin(Errand errand) {
        UUID webhook = errand.target().id();
        underWay.merge(webhook, 1, Integer::sum);
        try {
            threads.execute(() -> deliver(errand));
        } catch (RuntimeException | Error e) {
            end(webhook);
            throw e;
        }
    }

    private void deliver(Errand errand) {
        UUID webhook = errand.target().id();
        try {
            courier.deliver(errand);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // What came of it could not be written down: it is tried again when the lease ends.
            if (!stopping) {
                LOG.warnf("A delivery to webhook %s is tried again later: %s", webhook, e);
            }
        } finally {
            end(webhook);
        }
    }

    private void end(UUID webhook) {
        underWay.computeIfPresent(webhook, (id, attempts) -> attempts == 1 ? null : attempts - 1);
        wake();
    }

    /** How many more attempts the webhook can have. */
    private int places(WebhookTarget target, AtomicInteger free) {
        int own = (target.isFailing() ? PLACES_OF_FAILING : PLACES) - underWay.getOrDefault(target.id(), 0);
        int more = Math.max(0, Math.min(own, free.get()));
        free.addAndGet(-more);
        return more;
    }

    private void rest(Duration time) throws InterruptedException {
        if (wakeUps.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    private int underWay() {
        return underWay.values().stream().mapToInt(Integer::intValue).sum();
    }
}

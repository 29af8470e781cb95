package helpdesk.customer.privacy;

import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.request.Causation;
import helpdesk.platform.time.Stopping;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Leads erasures from step to step. Each step is taken once what it waits for is there, however long that takes. */
@ApplicationScoped
class ErasureProgress {

    private static final Logger LOG = Logger.getLogger(ErasureProgress.class);
    private static final Actor SELF = Actor.system("erasure");
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** To look through the topics takes its time. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int MOST_AT_ONCE = 100;

    private final ErasureRepository erasures;
    private final ErasureService service;
    private final CustomerRepository customers;
    private final TopicClearing topics;
    private final Causation causation;
    private final Stopping stopping;
    private final Clock clock;
    private volatile long overdue;

    ErasureProgress(
            ErasureRepository erasures,
            ErasureService service,
            CustomerRepository customers,
            TopicClearing topics,
            Causation causation,
            Stopping stopping,
            Clock clock,
            MeterRegistry metrics) {
        this.erasures = erasures;
        this.service = service;
        this.customers = customers;
        this.topics = topics;
        this.causation = causation;
        this.stopping = stopping;
        this.clock = clock;
        Gauge.builder("helpdesk.erasures.overdue", () -> overdue)
                .description("People who should have been forgotten by now, and are not")
                .register(metrics);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void goOn() {
        try {
            for (int i = 0; i < MOST_AT_ONCE && !stopping.hasBegun(); i++) {
                Optional<UUID> due = QuarkusTransaction.requiringNew().call(this::claim);
                if (due.isEmpty()) {
                    break;
                }
                step(due.get());
                QuarkusTransaction.requiringNew().run(() -> comeBack(due.get()));
            }
        } catch (KafkaException e) {
            LOG.debugf("Erasures wait for the broker: %s", e.getMessage());
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf("Erasures wait for the database: %s", e.getMessage());
        }
    }

    @Scheduled(every = "30s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void countOverdue() {
        overdue = QuarkusTransaction.requiringNew().call(() -> erasures.countOverdue(clock.instant()));
    }

    /** The next that is due; nobody else looks at it for a while. */
    private Optional<UUID> claim() {
        Instant now = clock.instant();
        return erasures.holdDue(now).map(erasure -> {
            erasure.lookAgainAt(now.plus(LEASE));
            return erasure.id();
        });
    }

    private void comeBack(UUID id) {
        Instant now = clock.instant();
        Erasure erasure = erasures.hold(id);
        // Whoever has something new for it wants it to be looked at sooner.
        if (erasure.isToBeLookedAtAfter(now.plus(PAUSE))) {
            erasure.lookAgainAt(now.plus(PAUSE));
        }
    }

    private void step(UUID id) {
        Erasure seen = QuarkusTransaction.requiringNew().call(() -> erasures.require(id));
        switch (seen.state()) {
            case ERASING -> afterReceipts(seen);
            case DRAINING -> {
                if (topics.isRead(TopicEnd.map(seen.ends().items()), seen.askedAt())) {
                    change(
                            id,
                            ErasureState.DRAINING,
                            (erasure, customer, now) -> service.ask(customer, erasure.askOnceMore(now), now));
                }
            }
            case CLEARING -> {
                if (topics.clear(seen)) {
                    change(
                            id,
                            ErasureState.CLEARING,
                            (erasure, customer, now) -> service.ask(customer, erasure.finish(now), now));
                }
            }
            case DONE -> {
                // Somebody else was faster.
            }
        }
    }

    private void afterReceipts(Erasure seen) {
        if (seen.isUnansweredAt(clock.instant())) {
            change(
                    seen.id(),
                    ErasureState.ERASING,
                    (erasure, customer, now) -> service.ask(customer, erasure.askAgain(now), now));
        } else if (seen.isAnswered()) {
            TopicEnds ends = topics.ends();
            change(seen.id(), ErasureState.ERASING, (erasure, customer, now) -> {
                if (!erasure.isAnswered()) {
                    return;
                }
                if (erasure.isDrained()) {
                    erasure.clear(ends);
                } else {
                    erasure.drain(ends);
                }
            });
        }
    }

    /** Takes the step, unless somebody else has. */
    private void change(UUID id, ErasureState from, Step step) {
        QuarkusTransaction.requiringNew().run(() -> {
            Customer customer = customers.lock(erasures.customerOf(id));
            Erasure erasure = erasures.hold(id);
            if (erasure.state() == from) {
                Instant now = clock.instant();
                causation.following(id.toString(), id.toString(), null, SELF, () -> {
                    step.take(erasure, customer, now);
                    return null;
                });
                erasure.lookAgainAt(now);
            }
        });
    }

    /** A step of an erasure. */
    @FunctionalInterface
    private interface Step {

        void take(Erasure erasure, Customer customer, Instant now);
    }
}

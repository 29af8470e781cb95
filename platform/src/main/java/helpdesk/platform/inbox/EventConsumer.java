package helpdesk.platform.inbox;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.request.Causation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Hands records to a consumer so that each event takes effect once. A whole poll is one transaction; when anything in it
 * fails, its records are taken one by one: retried with backoff, and set aside as dead letters when that does not help. A
 * database that is away is no reason to set anything aside: the consumer waits for it.
 */
@ApplicationScoped
public class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final int ATTEMPTS = 4;
    private static final int TRANSACTION_SECONDS = 60;

    private final Inbox inbox;
    private final DeadLetterStore deadLetters;
    private final Causation causation;
    private final ConsumerMetrics metrics;
    private volatile boolean stopping;

    EventConsumer(Inbox inbox, DeadLetterStore deadLetters, Causation causation, ConsumerMetrics metrics) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.causation = causation;
        this.metrics = metrics;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Handles the records of one poll, in their order.
     *
     * @param consumer the stable name of the consumer, for example {@code customer-service.tickets}
     */
    @ActivateRequestContext
    public void consume(String consumer, ConsumerRecords<String, byte[]> records, EventHandler handler) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(records.count());
        records.forEach(all::add);
        if (!handledTogether(consumer, all, handler)) {
            all.forEach(record -> handleAlone(consumer, record, handler));
        }
    }

    /** Handles one stored record again. A second time has no second effect. */
    void redeliver(String consumer, ConsumerRecord<String, byte[]> record, EventHandler handler) {
        take(consumer, List.of(IncomingEvent.of(record)), handler);
    }

    private boolean handledTogether(
            String consumer, List<ConsumerRecord<String, byte[]>> records, EventHandler handler) {
        try {
            take(consumer, records.stream().map(IncomingEvent::of).toList(), handler);
            return true;
        } catch (RuntimeException e) {
            LOG.debugf("%s takes %d records one by one: %s", consumer, records.size(), e.getMessage());
            return false;
        }
    }

    private void handleAlone(String consumer, ConsumerRecord<String, byte[]> record, EventHandler handler) {
        Backoff backoff = new Backoff();
        int attempt = 1;
        while (true) {
            Optional<RuntimeException> failure = attempt(consumer, record, handler);
            if (failure.isEmpty()) {
                return;
            }
            RuntimeException cause = failure.get();
            boolean mayPass = !(cause instanceof PoisonException) && attempt < ATTEMPTS;
            if (Failures.isDatabaseAway(cause)) {
                metrics.waiting(consumer);
            } else if (mayPass) {
                attempt++;
                metrics.retried(consumer);
            } else {
                setAside(consumer, record, cause);
                return;
            }
            requireRunning();
            backoff.pause();
        }
    }

    private Optional<RuntimeException> attempt(
            String consumer, ConsumerRecord<String, byte[]> record, EventHandler handler) {
        try {
            take(consumer, List.of(IncomingEvent.of(record)), handler);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private void take(String consumer, List<IncomingEvent> events, EventHandler handler) {
        int handled = QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(() -> {
                    List<IncomingEvent> fresh = inbox.claim(consumer, events);
                    fresh.forEach(event -> handleAsConsequence(consumer, event, handler));
                    return fresh.size();
                });
        metrics.handled(consumer, handled, events.size() - handled);
    }

    private void handleAsConsequence(String consumer, IncomingEvent event, EventHandler handler) {
        causation.following(event.correlationId(), event.id(), event.traceParent(), Actor.system(consumer), () -> {
            handler.handle(event);
            return null;
        });
    }

    private void setAside(String consumer, ConsumerRecord<String, byte[]> record, RuntimeException cause) {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                deadLetters.add(consumer, record, cause);
                metrics.setAside(consumer);
                LOG.warnf(
                        cause instanceof PoisonException ? null : cause,
                        "%s set a record aside: %s partition %d offset %d: %s",
                        consumer,
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        cause.getMessage());
                return;
            } catch (RuntimeException e) {
                requireRunning();
                backoff.pause();
            }
        }
    }

    private void requireRunning() {
        if (stopping) {
            throw new CancellationException("The service stops; the record is handled after the next start");
        }
    }
}

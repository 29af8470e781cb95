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
import java.util.concurrent.CancellationException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Hands records to a consumer so that each event takes effect once. What cannot be read is set aside as a dead letter; the
 * rest is taken by the hundred, each in one transaction. When anything in it fails, its records are taken one by one: retried with backoff, and
 * set aside when that does not help. A database that is away is no reason to set anything aside: the consumer waits for it.
 */
@ApplicationScoped
public class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final int ATTEMPTS = 4;

    /** A longer transaction costs less in all, and keeps others waiting longer for what it holds. */
    private static final int MOST_TOGETHER = 100;

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
        requireRunning();
        List<Delivery> deliveries = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                deliveries.add(new Delivery(record, IncomingEvent.of(record)));
            } catch (RuntimeException unreadable) {
                setAside(consumer, record, unreadable);
            }
        }
        for (int begin = 0; begin < deliveries.size(); begin += MOST_TOGETHER) {
            List<Delivery> some = deliveries.subList(begin, Math.min(begin + MOST_TOGETHER, deliveries.size()));
            if (!handledTogether(consumer, some, handler)) {
                some.forEach(delivery -> handleAlone(consumer, delivery, handler));
            }
        }
    }

    /** Handles one stored record again. A second time has no second effect. */
    void redeliver(String consumer, ConsumerRecord<String, byte[]> record, EventHandler handler) {
        take(consumer, List.of(IncomingEvent.of(record)), handler);
    }

    private boolean handledTogether(String consumer, List<Delivery> deliveries, EventHandler handler) {
        List<IncomingEvent> events = deliveries.stream().map(Delivery::event).toList();
        Backoff backoff = new Backoff();
        while (!events.isEmpty()) {
            try {
                take(consumer, events, handler);
                return true;
            } catch (RuntimeException | Error e) {
                // Errors too: one that got out would end the consumer for good, and nobody would notice.
                if (!Failures.isDatabaseAway(e)) {
                    LOG.debugf("%s takes %d records one by one: %s", consumer, events.size(), e.getMessage());
                    return false;
                }
                waitForDatabase(consumer, backoff);
            }
        }
        return true;
    }

    private void handleAlone(String consumer, Delivery delivery, EventHandler handler) {
        Backoff backoff = new Backoff();
        int attempt = 1;
        while (true) {
            try {
                take(consumer, List.of(delivery.event()), handler);
                return;
            } catch (RuntimeException | Error e) {
                if (Failures.isTransient(e)) {
                    waitForDatabase(consumer, backoff);
                } else if (e instanceof PoisonException || attempt == ATTEMPTS) {
                    setAside(consumer, delivery.record(), e);
                    return;
                } else {
                    attempt++;
                    metrics.retried(consumer);
                    requireRunning();
                    backoff.pause();
                }
            }
        }
    }

    private void waitForDatabase(String consumer, Backoff backoff) {
        metrics.waiting(consumer);
        requireRunning();
        backoff.pause();
    }

    private void take(String consumer, List<IncomingEvent> events, EventHandler handler) {
        List<IncomingEvent> handled = QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(() -> {
                    List<IncomingEvent> fresh = inbox.claim(consumer, events);
                    handler.prepare(fresh);
                    fresh.forEach(event -> handleAsConsequence(consumer, event, handler));
                    return fresh;
                });
        metrics.handled(consumer, handled, events.size() - handled.size());
    }

    private void handleAsConsequence(String consumer, IncomingEvent event, EventHandler handler) {
        causation.following(event.correlationId(), event.id(), event.traceParent(), Actor.system(consumer), () -> {
            handler.handle(event);
            inbox.settle();
            return null;
        });
    }

    private void setAside(String consumer, ConsumerRecord<String, byte[]> record, Throwable cause) {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                deadLetters.add(consumer, record, cause);
                break;
            } catch (RuntimeException e) {
                LOG.warnf("%s cannot store a dead letter yet: %s", consumer, e.getMessage());
                waitForDatabase(consumer, backoff);
            }
        }
        metrics.setAside(consumer);
        LOG.warnf(
                cause instanceof PoisonException ? null : cause,
                "%s set a record aside: %s partition %d offset %d: %s",
                consumer,
                record.topic(),
                record.partition(),
                record.offset(),
                cause.getMessage());
    }

    private void requireRunning() {
        if (stopping) {
            throw new CancellationException("The service stops; the record is handled after the next start");
        }
    }

    private record Delivery(ConsumerRecord<String, byte[]> record, IncomingEvent event) {}
}

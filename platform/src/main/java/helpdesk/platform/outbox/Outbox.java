package helpdesk.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.persistence.AfterCommit;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where a service puts its events, in the transaction that changes its state: either both are stored or neither is. The
 * {@link OutboxRelay} publishes them afterwards.
 */
@ApplicationScoped
public class Outbox {

    /** The broker takes records of 1 MiB; the rest is left for headers. */
    static final int LARGEST_PAYLOAD_BYTES = 900 * 1024;

    private static final String INSERT = """
            insert into outbox_event
                (id, topic, key, type, source, subject, sequence, time, payload, headers, traceparent)
            values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as json), cast(? as jsonb), ?)""";

    private final EntityManager entities;
    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;
    private final Causation causation;
    private final OutboxSettings settings;
    private final OutboxRelay relay;
    private final AfterCommit afterCommit;
    private final TransactionSynchronizationRegistry transactions;

    Outbox(
            EntityManager entities,
            Sql sql,
            ObjectMapper json,
            Clock clock,
            Causation causation,
            OutboxSettings settings,
            OutboxRelay relay,
            AfterCommit afterCommit,
            TransactionSynchronizationRegistry transactions) {
        this.entities = entities;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.causation = causation;
        this.settings = settings;
        this.relay = relay;
        this.afterCommit = afterCommit;
        this.transactions = transactions;
    }

    /**
     * Appends an event of the aggregate. The aggregate's changes are written first, so that its version, which is the
     * event's sequence, is the one the change leads to.
     *
     * @return the event's id
     * @throws IllegalStateException outside a transaction, or when the aggregate was not changed since its last event (two
     *     events of one aggregate never share a sequence)
     */
    public UUID append(Aggregate aggregate, DomainEvent event) {
        requireTransaction(event);
        entities.flush();
        if (!aggregate.announce()) {
            throw new IllegalStateException(event.eventType()
                    + " needs a change of its aggregate: no two events of one aggregate have the same sequence");
        }
        return write(aggregate.id(), aggregate.version(), event);
    }

    /**
     * Appends an event of what is no aggregate of this service.
     *
     * @param subject what it is about; its events are published in their order
     * @param sequence grows with each event of the subject
     * @return the event's id
     */
    public UUID append(UUID subject, long sequence, DomainEvent event) {
        requireTransaction(event);
        return write(subject, sequence, event);
    }

    private UUID write(UUID subject, long sequence, DomainEvent event) {
        UUID id = Ids.next();
        sql.execute(
                INSERT,
                id,
                settings.topic(),
                subject.toString(),
                event.eventType(),
                settings.source(),
                subject.toString(),
                sequence,
                clock.instant(),
                payload(event),
                headers(),
                causation.traceParent());
        wakeRelayAfterCommit();
        return id;
    }

    private void requireTransaction(DomainEvent event) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(
                    "An event is appended in the transaction of its change: " + event.eventType());
        }
    }

    private String payload(DomainEvent event) {
        String payload = write(event);
        if (payload.getBytes(StandardCharsets.UTF_8).length > LARGEST_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(event.eventType() + " is larger than an event may be");
        }
        return payload;
    }

    private String headers() {
        Map<String, String> headers = new TreeMap<>();
        headers.put("correlationid", causation.correlationId());
        headers.put("causationid", causation.causationId());
        headers.put("actor", causation.actor().toString());
        return write(headers);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void wakeRelayAfterCommit() {
        if (transactions.getResource(Outbox.class) != null) {
            return;
        }
        transactions.putResource(Outbox.class, Boolean.TRUE);
        afterCommit.run(relay::wake);
    }
}

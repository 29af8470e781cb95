package helpdesk.platform.inbox;

import helpdesk.platform.outbox.OutboxRelay;
import helpdesk.platform.persistence.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps dead letters. The outbox relay also publishes each to {@code <topic>.dlq}. */
@ApplicationScoped
class DeadLetterStore {

    private final EntityManager entities;
    private final Clock clock;
    private final OutboxRelay relay;

    DeadLetterStore(EntityManager entities, Clock clock, OutboxRelay relay) {
        this.entities = entities;
        this.clock = clock;
        this.relay = relay;
    }

    /** Keeps the record with its cause, in a transaction of its own. The same record is kept once. */
    void add(String consumer, ConsumerRecord<String, byte[]> record, Throwable cause) {
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        QuarkusTransaction.requiringNew().run(() -> {
            if (!known(consumer, record)) {
                entities.persist(new DeadLetter(Ids.next(), consumer, StoredRecord.of(record), text, clock.instant()));
            }
        });
        relay.wake();
    }

    /** The dead letter, locked until the end of the transaction. */
    Optional<DeadLetter> lock(UUID id) {
        return Optional.ofNullable(entities.find(DeadLetter.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Dead letters that were not redelivered, oldest first, after the given one. */
    List<DeadLetter> waiting(UUID after, int limit) {
        return entities.createQuery("""
                        from DeadLetter where redeliveredAt is null and (:after is null or id > :after)
                        order by id""", DeadLetter.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    private boolean known(String consumer, ConsumerRecord<String, byte[]> record) {
        return entities.createQuery("""
                        select count(*) from DeadLetter where consumer = :consumer and topic = :topic
                        and partition = :partition and offset = :offset and recordTime = :time""", Long.class)
                        .setParameter("consumer", consumer)
                        .setParameter("topic", record.topic())
                        .setParameter("partition", record.partition())
                        .setParameter("offset", record.offset())
                        // A topic that was made anew begins again at its first offset.
                        .setParameter("time", Instant.ofEpochMilli(record.timestamp()))
                        .getSingleResult()
                > 0;
    }
}

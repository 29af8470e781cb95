package helpdesk.gateway.log;

import helpdesk.platform.inbox.IncomingEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Appends events to the log: all events of a transaction in one statement, just before it commits.
 *
 * <p>Readers go on behind the last position they have seen, so positions must become visible in their order. They would not
 * by themselves: they are given when a row is inserted, and a transaction that inserted earlier may commit later. Therefore
 * whoever appends holds an advisory lock from before its insert until its commit. The alternative, to read only up to the
 * oldest running transaction, would let any long transaction in this database hold up every reader.
 */
@ApplicationScoped
class LogAppender {

    /** Any constant does: advisory locks are per database, and this one is the gateway's own. */
    private static final long LOCK = 0x6865_6c70_6c6f_67L;

    private static final String INSERT = """
            insert into logged_event (source, event_id, type, subject, time, envelope)
            select source, event_id, type, subject, cast(time as timestamptz), cast(envelope as jsonb)
            from unnest(cast(:sources as text[]), cast(:ids as text[]), cast(:types as text[]),
                    cast(:subjects as text[]), cast(:times as text[]), cast(:envelopes as text[]))
                with ordinality as fresh (source, event_id, type, subject, time, envelope, place)
            order by place
            on conflict (source, event_id) do nothing""";

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;
    private final LogTail tail;
    private final Envelopes envelopes;

    LogAppender(
            EntityManager entities,
            TransactionSynchronizationRegistry transactions,
            LogTail tail,
            Envelopes envelopes) {
        this.entities = entities;
        this.transactions = transactions;
        this.tail = tail;
        this.envelopes = envelopes;
    }

    /** Lets the event be appended when the transaction at hand commits. */
    void append(IncomingEvent event) {
        if (transactions.getResource(LogAppender.class) instanceof Batch batch) {
            batch.events.add(event);
            return;
        }
        Batch batch = new Batch();
        batch.events.add(event);
        transactions.putResource(LogAppender.class, batch);
        transactions.registerInterposedSynchronization(batch);
        lock();
    }

    /** Waits until what is being appended is there; whoever appends afterwards sees what was committed before. */
    void awaitOthers() {
        QuarkusTransaction.requiringNew().run(this::lock);
    }

    private void lock() {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(" + LOCK + ")")
                .getSingleResult();
    }

    private void insert(List<IncomingEvent> events) {
        entities.createNativeQuery(INSERT)
                .setParameter("sources", column(events, IncomingEvent::source))
                .setParameter("ids", column(events, IncomingEvent::id))
                .setParameter("types", column(events, IncomingEvent::type))
                .setParameter("subjects", column(events, IncomingEvent::subject))
                .setParameter("times", column(events, event -> event.time().toString()))
                .setParameter("envelopes", envelopes.of(events))
                .executeUpdate();
    }

    private static String[] column(List<IncomingEvent> events, Function<IncomingEvent, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }

    private final class Batch implements Synchronization {

        private final List<IncomingEvent> events = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            insert(events);
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                tail.wake();
            }
        }
    }
}

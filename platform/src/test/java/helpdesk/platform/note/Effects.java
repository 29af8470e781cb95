package helpdesk.platform.note;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.request.Causation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** What consumers did, and what a test wants them to do. */
@ApplicationScoped
public class Effects {

    private final EntityManager entities;
    private final Causation causation;
    private final Map<String, Consumer<IncomingEvent>> wishes = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Integer> polls = new ConcurrentLinkedQueue<>();

    Effects(EntityManager entities, Causation causation) {
        this.entities = entities;
        this.causation = causation;
    }

    /** What is done first with events of this subject; it may throw. */
    public void before(String subject, Consumer<IncomingEvent> wish) {
        wishes.put(subject, wish);
    }

    public long count(String eventId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (long)
                        entities.createNativeQuery("select count(*) from effect where event_id = :id", Long.class)
                                .setParameter("id", eventId)
                                .getSingleResult());
    }

    /** The ids of the subject's events, in the order in which they took effect. */
    @SuppressWarnings("unchecked")
    public List<String> ofSubject(String subject) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select event_id from effect where subject = :subject order by id", String.class)
                .setParameter("subject", subject)
                .getResultList());
    }

    /** Correlation, actor and trace of the event's effect. */
    public List<Object> causeOf(String eventId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> List.of((Object[])
                        entities.createNativeQuery("select correlation, actor, trace from effect where event_id = :id")
                                .setParameter("id", eventId)
                                .getSingleResult()));
    }

    public List<Integer> polls() {
        return List.copyOf(polls);
    }

    void sawPoll(int records) {
        polls.add(records);
    }

    void first(IncomingEvent event) {
        if (event.subject() != null) {
            wishes.getOrDefault(event.subject(), ignored -> {}).accept(event);
        }
    }

    void add(IncomingEvent event) {
        entities.createNativeQuery("""
                        insert into effect (event_id, source, subject, correlation, actor, trace)
                        values (:id, :source, :subject, :correlation, :actor, :trace)""")
                .setParameter("id", event.id())
                .setParameter("source", event.source())
                .setParameter("subject", event.subject())
                .setParameter("correlation", causation.correlationId())
                .setParameter("actor", causation.actor().toString())
                .setParameter("trace", causation.traceParent())
                .executeUpdate();
    }
}

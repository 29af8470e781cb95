package helpdesk.platform.note;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.request.Causation;
import helpdesk.testing.Database;
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

    // What a test asks goes past the service's pool, whose sessions it may just have ended.

    public long count(String eventId) {
        return Database.count("effect where event_id = ?", eventId);
    }

    /** The ids of the subject's events, in the order in which they took effect. */
    public List<String> ofSubject(String subject) {
        String ids = Database.value(
                String.class, "select string_agg(event_id, ',' order by id) from effect where subject = ?", subject);
        return ids == null ? List.of() : List.of(ids.split(","));
    }

    /** Correlation, actor and trace of the event's effect. */
    public List<String> causeOf(String eventId) {
        return List.of(Database.value(
                        String.class,
                        "select correlation || '|' || actor || '|' || trace from effect where event_id = ?",
                        eventId)
                .split("\\|"));
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

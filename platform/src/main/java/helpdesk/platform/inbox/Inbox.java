package helpdesk.platform.inbox;

import helpdesk.platform.persistence.Retention;
import helpdesk.platform.persistence.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers which events a consumer has handled, in the transaction of their effect. */
@ApplicationScoped
public class Inbox {

    private static final String CLAIM = """
            insert into inbox (consumer, source, event_id)
            select ?, source, event_id from unnest(?, ?) as fresh (source, event_id)
            on conflict do nothing
            returning source, event_id""";

    /** Longer than the broker keeps events, so that no replay of what it has takes effect again. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final EntityManager entities;
    private final Sql sql;
    private final Clock clock;
    private final Retention retention;

    Inbox(EntityManager entities, Sql sql, Clock clock, Retention retention) {
        this.entities = entities;
        this.sql = sql;
        this.clock = clock;
        this.retention = retention;
    }

    /**
     * Claims the events for the consumer, and returns those that it has not handled before, once each, in their order. One
     * statement, however many events there are.
     */
    List<IncomingEvent> claim(String consumer, List<IncomingEvent> events) {
        Map<Key, IncomingEvent> distinct = new LinkedHashMap<>();
        events.forEach(event -> distinct.putIfAbsent(Key.of(event), event));
        Set<Key> fresh = Set.copyOf(sql.list(
                CLAIM,
                row -> new Key(row.getString(1), row.getString(2)),
                consumer,
                distinct.keySet().stream().map(Key::source).toArray(String[]::new),
                distinct.keySet().stream().map(Key::id).toArray(String[]::new)));
        return distinct.entrySet().stream()
                .filter(entry -> fresh.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Writes the effect of an event and lets go of what was loaded, so that no event costs more than the one before it. */
    void settle() {
        entities.flush();
        entities.clear();
    }

    /** Forgets events that were handled long ago. */
    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        retention.deleteOlder("inbox", "received_at", clock.instant().minus(KEPT));
    }

    private record Key(String source, String id) {
        static Key of(IncomingEvent event) {
            return new Key(event.source(), event.id());
        }
    }
}

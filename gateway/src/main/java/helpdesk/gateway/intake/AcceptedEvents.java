package helpdesk.gateway.intake;

import io.cloudevents.CloudEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers which events were taken, by source and id, for 30 days. It only saves a second publication of what is sent
 * again: an event is published first and remembered afterwards, so that a crash in between never loses one; the second copy
 * that a repeated request then makes is recognised by the inbox of every consumer.
 */
@ApplicationScoped
class AcceptedEvents {

    private static final Duration KEPT = Duration.ofDays(30);

    private final EntityManager entities;
    private final Clock clock;

    AcceptedEvents(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Those that were not taken before, once each. */
    List<CloudEvent> fresh(List<CloudEvent> events) {
        Set<Key> known = QuarkusTransaction.requiringNew().call(() -> known(events));
        return events.stream().filter(event -> known.add(Key.of(event))).toList();
    }

    /** Remembers that the broker has them. */
    void remember(List<CloudEvent> events) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery("""
                        insert into accepted_event (source, event_id, accepted_at)
                        select source, id, :now
                        from unnest(cast(:sources as text[]), cast(:ids as text[])) as sent (source, id)
                        on conflict do nothing""")
                .setParameter("now", clock.instant())
                .setParameter("sources", sources(events))
                .setParameter("ids", ids(events))
                .executeUpdate());
    }

    /** Forgets a bounded number of old ones at a time. */
    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        entities.createNativeQuery("""
                        delete from accepted_event where ctid in (
                            select ctid from accepted_event where accepted_at < :oldest limit 10000)""")
                .setParameter("oldest", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private Set<Key> known(List<CloudEvent> events) {
        List<?> rows = entities.createNativeQuery("""
                        select source, event_id from accepted_event
                        join unnest(cast(:sources as text[]), cast(:ids as text[])) as sent (sent_source, sent_id)
                            on source = sent_source and event_id = sent_id""")
                .setParameter("sources", sources(events))
                .setParameter("ids", ids(events))
                .getResultList();
        Set<Key> known = new HashSet<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            known.add(new Key((String) columns[0], (String) columns[1]));
        }
        return known;
    }

    private static String[] sources(List<CloudEvent> events) {
        return events.stream().map(event -> event.getSource().toString()).toArray(String[]::new);
    }

    private static String[] ids(List<CloudEvent> events) {
        return events.stream().map(CloudEvent::getId).toArray(String[]::new);
    }

    private record Key(String source, String id) {
        static Key of(CloudEvent event) {
            return new Key(event.getSource().toString(), event.getId());
        }
    }
}

package helpdesk.customer.timeline;

import helpdesk.customer.profile.Owner;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.PoisonException;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes onto the timelines what records of the log tell, as they told it when they came. */
@ApplicationScoped
class TimelineRewriting {

    private static final String WRITE = """
            insert into timeline_entry as entry
                (id, customer_id, origin_id, at, kind, summary, source, ref_id, event_source, event_id, by_customer)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint timeline_entry_event do update
            set customer_id = excluded.customer_id, origin_id = excluded.origin_id, at = excluded.at,
                kind = excluded.kind, summary = excluded.summary, source = excluded.source, ref_id = excluded.ref_id,
                by_customer = excluded.by_customer
            where (entry.customer_id, entry.origin_id, entry.at, entry.kind, entry.summary, entry.source, entry.ref_id,
                entry.by_customer) is distinct from (excluded.customer_id, excluded.origin_id, excluded.at,
                excluded.kind, excluded.summary, excluded.source, excluded.ref_id, excluded.by_customer)
            returning xmax = 0""";

    private final Stories stories;
    private final Timeline timeline;
    private final Sql sql;

    TimelineRewriting(Stories stories, Timeline timeline, Sql sql) {
        this.stories = stories;
        this.timeline = timeline;
        this.sql = sql;
    }

    /**
     * What became of the entries.
     *
     * @param added those that were missing
     * @param corrected those that were different
     */
    record Outcome(long added, long corrected) {}

    Outcome write(List<ConsumerRecord<String, byte[]>> records) {
        long added = 0;
        long corrected = 0;
        for (ConsumerRecord<String, byte[]> record : records) {
            Optional<Boolean> written = write(record);
            if (written.isPresent()) {
                added += written.get() ? 1 : 0;
                corrected += written.get() ? 0 : 1;
            }
        }
        return new Outcome(added, corrected);
    }

    /** Whether an entry was missing; empty when there was nothing to do. */
    private Optional<Boolean> write(ConsumerRecord<String, byte[]> record) {
        try {
            return stories.again(IncomingEvent.of(record))
                    .flatMap(telling -> timeline.ownerOf(telling).flatMap(owner -> write(owner, telling.happening())));
        } catch (PoisonException e) {
            // What could not be read when it came was set aside then, and told nothing.
            return Optional.empty();
        }
    }

    private Optional<Boolean> write(Owner owner, Happening happening) {
        return sql.first(
                WRITE,
                row -> row.getBoolean(1),
                happening.entryId(),
                owner.customerId(),
                owner.originId(),
                happening.at(),
                happening.kind(),
                happening.summary(),
                happening.source(),
                happening.refId(),
                happening.eventSource(),
                happening.eventId(),
                happening.byCustomer());
    }
}

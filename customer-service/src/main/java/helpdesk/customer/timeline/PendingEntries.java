package helpdesk.customer.timeline;

import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.Failures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * What happened to tickets of which it is not known yet whose they are: topics are consumed independently, so a survey's
 * answer may be here before the ticket it is about. It comes onto the timeline when the ticket is linked to its customer.
 */
@ApplicationScoped
class PendingEntries {

    private static final Logger LOG = Logger.getLogger(PendingEntries.class);

    /** Longer than any transaction of a consumer lasts. */
    private static final Duration RACE = Duration.ofMinutes(5);

    private static final int BATCH = 500;

    private static final String ATTACH = """
            with due as (delete from timeline_pending where id in (%s) returning *)
            insert into timeline_entry
                (id, customer_id, at, kind, summary, source, ref_id, event_source, event_id, by_customer,
                origin_id)
            select due.id, link.customer_id, due.at, due.kind, due.summary, due.source, due.ref_id,
                due.event_source, due.event_id, due.by_customer, link.origin_id
            from due join ticket_customer link on link.ticket_id = due.ticket_id
            on conflict on constraint timeline_entry_event do nothing""";

    private static final String OF_TICKET = ATTACH.formatted("select id from timeline_pending where ticket_id = ?");

    private static final String OF_LINKED_TICKETS = ATTACH.formatted("""
            select late.id from timeline_pending late join ticket_customer link on link.ticket_id = late.ticket_id
            where late.kept_at > ? order by late.kept_at limit ? for update of late skip locked""");

    /** What was kept in the very moment in which it became known that nobody is behind the ticket. */
    private static final String FORGET_LATE = """
            delete from timeline_pending late using probe_ticket probe
            where probe.ticket_id = late.ticket_id and late.kept_at > ?""";

    private final Session session;
    private final Sql sql;
    private final Clock clock;

    /** What was kept before was looked at after its race was over; the first look after a start is at everything. */
    private Instant settled = Instant.EPOCH;

    PendingEntries(Session session, Sql sql, Clock clock) {
        this.session = session;
        this.sql = sql;
        this.clock = clock;
    }

    /** Nobody is behind the ticket: what waits for it waits no longer, and nothing will. */
    void forget(UUID probe) {
        session.flush();
        sql.execute("insert into probe_ticket (ticket_id) values (?) on conflict do nothing", probe);
        sql.execute("delete from timeline_pending where ticket_id = ?", probe);
    }

    /** Keeps it until the ticket is linked. */
    void keep(UUID ticketId, Happening happening) {
        if (sql.first("select 1 from probe_ticket where ticket_id = ?", row -> true, ticketId)
                .isPresent()) {
            return;
        }
        session.persist(new PendingEntry(happening.entryId(), ticketId, happening, clock.instant()));
    }

    /** Brings what waited for the ticket, which is linked now, onto the customer's timeline. */
    void attach(UUID ticketId) {
        // What waits may have been kept in this very transaction.
        session.flush();
        sql.execute(OF_TICKET, ticketId);
    }

    /**
     * Brings onto the timeline what was kept in the very moment in which its ticket was linked: of two transactions that run
     * at once neither sees the other's row. To look again afterwards costs less than locks that consumers would wait for.
     */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void attachLate() {
        Instant now = clock.instant();
        try {
            int attached = QuarkusTransaction.requiringNew().call(() -> {
                sql.execute(FORGET_LATE, settled);
                return sql.execute(OF_LINKED_TICKETS, settled, BATCH);
            });
            if (attached < BATCH) {
                settled = now.minus(RACE);
            }
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf("Late entries wait for the database: %s", e.getMessage());
        }
    }
}

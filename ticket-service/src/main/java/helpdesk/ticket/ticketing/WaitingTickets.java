package helpdesk.ticket.ticketing;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds tickets that wait for somebody to be given to. */
@ApplicationScoped
class WaitingTickets {

    private static final String BEHIND = """
            select priority_rank, id from ticket
            where assignee_id is null and status in ('NEW', 'OPEN') and (-priority_rank, id) > (?, ?)
            order by -priority_rank, id limit ?""";

    private static final String DESERTED = """
            select t.id from routing_queue q
            join ticket t on t.queue_id = q.id and t.status in ('NEW', 'OPEN')
            join agent a on a.id = t.assignee_id
            where a.tier < t.tier
              or q.return_after_minutes is not null
              and (not a.active or a.presence <> 'ONLINE' and a.presence_since < ? - q.return_after_minutes * interval '1 minute')
            limit ?""";

    private final Sql sql;

    WaitingTickets(Sql sql) {
        this.sql = sql;
    }

    /** Where a ticket waits: the most urgent first, then in the order in which they came. */
    record Place(int rank, UUID id) {

        /** Before all others. */
        static final Place FIRST = new Place(Short.MAX_VALUE, new UUID(0, 0));
    }

    /** The tickets behind a place, in order. */
    List<Place> behind(Place place, int limit) {
        return sql.list(
                BEHIND,
                row -> new Place(row.getInt(1), row.getObject(2, UUID.class)),
                -place.rank(),
                place.id(),
                limit);
    }

    /** Tickets that queues gave to people who have been away for longer than their queue waits, have left, or are of a lower tier now. */
    List<UUID> deserted(Instant now, int limit) {
        return sql.list(DESERTED, row -> row.getObject(1, UUID.class), now, limit);
    }
}

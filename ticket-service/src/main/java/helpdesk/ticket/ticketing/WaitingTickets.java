package helpdesk.ticket.ticketing;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds tickets that wait for somebody to be given to. */
@ApplicationScoped
class WaitingTickets {

    private static final String BEHIND = """
            select priority_rank, id from ticket
            where assignee_id is null and status in ('NEW', 'OPEN') and (-priority_rank, id) > (?, ?)
            order by -priority_rank, id limit ?""";

    private static final String FRESH = """
            select priority_rank, id from ticket
            where assignee_id is null and status in ('NEW', 'OPEN') and updated_at >= ?
            order by -priority_rank, id limit ?""";

    /** From the people to their tickets: few people are away or have left, and few tickets are above their tier. */
    private static final String DESERTED = """
            select t.id from agent a
            join ticket t on t.assignee_id = a.id and t.queue_id is not null and t.status in ('NEW', 'OPEN') and t.tier > a.tier
            where %1$s
            union
            select t.id from agent a
            join ticket t on t.assignee_id = a.id and t.queue_id is not null and t.status in ('NEW', 'OPEN')
            left join routing_queue q on q.id = t.queue_id and q.active
            where (not a.active or a.presence <> 'ONLINE' and a.presence_since < ? - q.return_after_minutes * interval '1 minute')
                and %1$s
            limit ?""";

    private static final String ANY = DESERTED.formatted("true");
    private static final String AMONG = DESERTED.formatted("t.id = any(?)");

    private final Sql sql;

    WaitingTickets(Sql sql) {
        this.sql = sql;
    }

    /** Where a ticket waits: the most urgent first, then in the order in which they came. */
    record Place(int rank, UUID id) {

        /** Before all others. */
        static final Place FIRST = new Place(Short.MAX_VALUE, new UUID(0, 0));

        boolean isBefore(Place other) {
            // In the database's order of ids, which is that of their texts.
            return rank > other.rank || rank == other.rank && id.toString().compareTo(other.id.toString()) < 0;
        }
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

    /** The tickets that were changed since a time, in the same order. */
    List<Place> fresh(Instant since, int limit) {
        return sql.list(FRESH, row -> new Place(row.getInt(1), row.getObject(2, UUID.class)), since, limit);
    }

    /** Tickets that queues gave to people who have been away for longer than their queue waits, have left, or are of a lower tier now. */
    List<UUID> deserted(Instant now, int limit) {
        return sql.list(ANY, row -> row.getObject(1, UUID.class), now, limit);
    }

    /** Those of the tickets of which that is so now. */
    Set<UUID> stillDeserted(Instant now, Collection<UUID> tickets) {
        UUID[] ids = tickets.toArray(UUID[]::new);
        return Set.copyOf(sql.list(AMONG, row -> row.getObject(1, UUID.class), ids, now, ids, ids.length));
    }
}

package helpdesk.ticket.ticketing;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which tickets go on in which. A merged ticket keeps what was said on it; the other shows it too. */
@ApplicationScoped
public class MergedTickets {

    private static final String ROOT = """
            with recursive chain as (
                select id, merged_into, 0 as step from ticket where id = ?
                union all
                select t.id, t.merged_into, step + 1 from ticket t join chain c on t.id = c.merged_into
                where step < 100)
            select id from chain order by step desc limit 1""";

    private static final String MEMBERS = """
            with recursive merged as (
                select id from ticket where id = ?
                union all
                select t.id from ticket t join merged m on t.merged_into = m.id)
            select id from merged limit 1000""";

    /**
     * All of the whole that are the same person's, and the tickets on the way to the end with the time since when this one goes on
     * in them. A mail address that anybody could have typed into the public form makes nobody the same person.
     */
    private static final String AUDIENCE = """
            with recursive chain as (
                select id, merged_into, null::timestamptz as since, 0 as step from ticket where id = ?
                union all
                select t.id, t.merged_into,
                    greatest(c.since, (select m.merged_at from ticket_merge m where m.source_id = c.id and m.undone_at is null)),
                    step + 1
                from ticket t join chain c on t.id = c.merged_into
                where step < 100),
            whole as (
                select id from (select id from chain order by step desc limit 1) root
                union all
                select t.id from ticket t join whole w on t.merged_into = w.id)
            select t.id, t.id = mine.id or mine.origin <> 'PUBLIC' and t.customer_id = mine.customer_id, c.since
            from whole w join ticket t on t.id = w.id join ticket mine on mine.id = ? left join chain c on c.id = t.id
            where t.id = mine.id or mine.origin <> 'PUBLIC' and t.customer_id = mine.customer_id or c.id is not null
            limit 1000""";

    private final Sql sql;

    MergedTickets(Sql sql) {
        this.sql = sql;
    }

    /** The ticket in which this one goes on, by way of all merges; itself when it was not merged. */
    public UUID root(UUID ticket) {
        return sql.first(ROOT, row -> row.getObject(1, UUID.class), ticket).orElse(ticket);
    }

    /** The ticket, and all that were merged into it and into those. */
    public List<UUID> members(UUID ticket) {
        return sql.list(MEMBERS, row -> row.getObject(1, UUID.class), ticket);
    }

    /** What the requester of a ticket may see of a whole in which other people's tickets can be. */
    public Audience audience(UUID ticket) {
        List<UUID> own = new ArrayList<>();
        Map<UUID, Instant> others = new HashMap<>();
        sql.list(
                AUDIENCE,
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    if (row.getBoolean(2)) {
                        own.add(id);
                    } else {
                        others.put(id, row.getObject(3, OffsetDateTime.class).toInstant());
                    }
                    return null;
                },
                ticket,
                ticket);
        Instant since = others.values().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
        return new Audience(own, List.copyOf(others.keySet()), since);
    }

    /**
     * The tickets whose public conversation a requester may read.
     *
     * @param own those of the same person
     * @param others those of other people in which the own one goes on: only what our side said
     * @param since when the last of the merges on the way was made
     */
    public record Audience(List<UUID> own, List<UUID> others, Instant since) {}
}

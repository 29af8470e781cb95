package helpdesk.ticket.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * All changes of all tickets, as a list that only ever grows at its end. Changes are in the order of their transactions, and
 * only those are shown that began before every transaction that still runs: nothing can appear behind a cursor.
 */
@ApplicationScoped
public class ChangeFeed {

    private static final String LIST = "ticket-changes";
    private static final String BEGINNING = "0";
    private static final String FIRST_ID = new UUID(0, 0).toString();

    private static final String PAGE = """
            select cast(c.written_in as text), c.id, ticket_id, version, at, actor, cause, rule_id, depth, field, from_value, to_value
            from ticket_change c
            where (c.written_in, c.id) > (cast(? as xid8), ?) and c.written_in < pg_snapshot_xmin(pg_current_snapshot())
            order by c.written_in, c.id limit ?""";

    private static final String PRESENT = "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)";

    private final Sql sql;
    private final Cursors cursors;
    private final ObjectMapper json;

    ChangeFeed(Sql sql, Cursors cursors, ObjectMapper json) {
        this.sql = sql;
        this.cursors = cursors;
        this.json = json;
    }

    /**
     * The changes behind the cursor.
     *
     * @param after a cursor, or null for the beginning
     */
    FeedPage page(String after, int limit) {
        List<String> place = cursors.open(after, LIST);
        List<String> from = place.isEmpty() ? List.of(BEGINNING, FIRST_ID) : place;
        List<Placed> found = sql.list(PAGE, this::read, from.get(0), UUID.fromString(from.get(1)), limit + 1);
        List<Placed> shown = found.stream().limit(limit).toList();
        List<String> next = shown.isEmpty() ? from : shown.getLast().place();
        return new FeedPage(
                shown.stream().map(Placed::change).toList(), cursors.seal(next, LIST), found.size() > limit);
    }

    /** The end as it is now: a cursor behind which only later changes are. */
    FeedPage end() {
        String now = sql.first(PRESENT, row -> row.getString(1)).orElseThrow();
        return new FeedPage(List.of(), cursors.seal(List.of(now, FIRST_ID), LIST), false);
    }

    private Placed read(ResultSet row) throws SQLException {
        UUID id = row.getObject(2, UUID.class);
        FeedChange change = new FeedChange(
                id,
                row.getObject(3, UUID.class),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getObject(9, Short.class),
                row.getString(10),
                json(row.getString(11)),
                json(row.getString(12)));
        return new Placed(List.of(row.getString(1), id.toString()), change);
    }

    private JsonNode json(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Placed(List<String> place, FeedChange change) {}
}

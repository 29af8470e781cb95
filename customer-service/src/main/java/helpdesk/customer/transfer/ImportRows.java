package helpdesk.customer.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of imports: what they say until they are taken over, and what became of them afterwards. */
@ApplicationScoped
class ImportRows {

    private static final String INSERT = """
            insert into customer_import_row (import_id, row, cells)
            select ?, ? + place, cast(cells as jsonb) from unnest(?) with ordinality as given (cells, place)""";

    private static final String WAITING = """
            select row, cells from customer_import_row where import_id = ? and row > ? order by row limit ?""";

    private static final String END = """
            update customer_import_row
            set cells = null, identities = ?, outcome = ?, customer_id = ?, problems = cast(? as jsonb)
            where import_id = ? and row = ?""";

    /** Of the rows before, those of the same person that would have made the profile. */
    private static final String BEFORE = """
            select row from customer_import_row
            where import_id = ? and identities && cast(? as text[]) and outcome in ('CREATED', 'UPDATED') order by row limit 1""";

    private static final String REPORT = """
            select row, outcome, customer_id, problems from customer_import_row
            where import_id = ? and row > ? and outcome is not null and (cast(? as text) is null or outcome = ?)
            order by row limit ?""";

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<RowProblem>> PROBLEMS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    ImportRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Adds rows behind those that are there. */
    void add(UUID id, int before, List<Map<String, String>> rows) {
        sql.execute(INSERT, id, before, rows.stream().map(this::text).toArray(String[]::new));
    }

    /** Those behind the ones that were looked at: they are in order. */
    List<Waiting> waiting(UUID id, int done, int limit) {
        return sql.list(WAITING, row -> new Waiting(row.getInt(1), read(row.getString(2), CELLS)), id, done, limit);
    }

    /** Notes what became of a row, and forgets what it said. */
    void end(UUID id, RowView row, List<String> identities) {
        sql.execute(
                END,
                identities.isEmpty() ? null : identities.toArray(String[]::new),
                row.outcome().name(),
                row.customerId(),
                row.problems().isEmpty() ? null : text(row.problems()),
                id,
                row.row());
    }

    Optional<Integer> samePersonBefore(UUID id, List<String> identities) {
        return identities.isEmpty()
                ? Optional.empty()
                : sql.first(BEFORE, row -> row.getInt(1), id, identities.toArray(String[]::new));
    }

    /** Nothing that rows said is needed any more. */
    void forget(UUID id) {
        sql.execute(
                "update customer_import_row set cells = null, identities = null where import_id = ? and (cells is not null or identities is not null)",
                id);
    }

    List<RowView> report(UUID id, RowOutcome outcome, int after, int limit) {
        String wanted = outcome == null ? null : outcome.name();
        return sql.list(REPORT, this::view, id, after, wanted, wanted, limit);
    }

    private RowView view(ResultSet row) throws SQLException {
        String problems = row.getString(4);
        return new RowView(
                row.getInt(1),
                RowOutcome.valueOf(row.getString(2)),
                row.getObject(3, UUID.class),
                problems == null ? List.of() : read(problems, PROBLEMS));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row that waits. */
    record Waiting(int row, Map<String, String> cells) {}
}

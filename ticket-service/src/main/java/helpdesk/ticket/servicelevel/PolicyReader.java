package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.calendar.CalendarBody;
import helpdesk.ticket.condition.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads what others have committed of policies, whatever the session at hand has read of them before. */
@ApplicationScoped
class PolicyReader {

    /** One statement, so that the number is that of what is read with it. */
    private static final String EDITION = """
            select r.id, r.policy, r.calendar, r.created_at, p.conditions, e.number
            from service_level_policy p join policy_revision r on r.id = p.revision_id cross join policy_edition e
            order by p.fallback, p.position, lower(p.name)""";

    private final Sql sql;
    private final ObjectMapper json;

    PolicyReader(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Row(long number, PolicyEdition.Entry entry) {}

    /** The number of the latest edition. */
    long latest() {
        return sql.first("select number from policy_edition", row -> row.getLong(1))
                .orElseThrow();
    }

    /** The latest edition. */
    PolicyEdition edition() {
        List<Row> rows =
                sql.list(EDITION, row -> new Row(row.getLong(6), new PolicyEdition.Entry(conditions(row), terms(row))));
        return new PolicyEdition(
                rows.getFirst().number(), rows.stream().map(Row::entry).toList());
    }

    /** What these revisions say. */
    List<PolicyTerms> terms(Collection<UUID> revisions) {
        return sql.list(
                "select id, policy, calendar, created_at from policy_revision where id = any(?)", this::terms, (Object)
                        revisions.toArray(UUID[]::new));
    }

    private PolicyTerms terms(ResultSet row) throws SQLException {
        CalendarBody calendar = read(row.getString(3), json.constructType(CalendarBody.class));
        return new PolicyTerms(
                row.getObject(1, UUID.class),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                read(row.getString(2), json.constructType(PolicyPromises.class)),
                calendar.name(),
                calendar.workingTime());
    }

    private List<Condition> conditions(ResultSet row) throws SQLException {
        return read(row.getString(5), json.getTypeFactory().constructCollectionType(List.class, Condition.class));
    }

    private <T> T read(String text, JavaType type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}

package helpdesk.ticket.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.condition.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The rules that act, at hand: each change of a ticket asks for them. Whoever changes one makes another edition; other replicas see that
 * within a second or two.
 */
@ApplicationScoped
public class RuleBook {

    private static final String ACTIVE = """
            select e.number, r.id, r.kind, r.happenings, r.conditions, r.actions, r.version
            from rule_edition e left join rule r on r.active order by r.position, lower(r.name)""";

    private final Sql sql;
    private final ObjectMapper json;
    private final AtomicReference<Edition> current = new AtomicReference<>();

    RuleBook(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Edition(long number, List<ActiveRule> rules) {}

    private record Row(long number, Optional<ActiveRule> rule) {}

    /** Whether a trigger may be set off by it. In a transaction. */
    boolean listensTo(Happening happening) {
        return edition().rules().stream().anyMatch(rule -> rule.isSetOffBy(happening));
    }

    /** Those of the kind, in the order in which they act. In a transaction. */
    List<ActiveRule> active(RuleKind kind) {
        return edition().rules().stream().filter(rule -> rule.kind() == kind).toList();
    }

    /** Reads the rules again when somebody has changed one. In a transaction. */
    void refresh() {
        long latest = sql.first("select number from rule_edition", row -> row.getLong(1))
                .orElseThrow();
        Edition known = current.get();
        if (known == null || known.number() != latest) {
            read();
        }
    }

    /** Whoever changed a rule here sees it at once. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RulesChanged change) {
        current.set(null);
    }

    private Edition edition() {
        Edition known = current.get();
        return known == null ? read() : known;
    }

    private Edition read() {
        List<Row> rows = sql.list(ACTIVE, this::read);
        List<ActiveRule> rules =
                rows.stream().flatMap(row -> row.rule().stream()).toList();
        Edition read = new Edition(rows.getFirst().number(), rules);
        // Never goes back: who read before somebody else, and comes behind, finds the newer edition.
        return current.accumulateAndGet(
                read, (known, other) -> known == null || known.number() < other.number() ? other : known);
    }

    private Row read(ResultSet row) throws SQLException {
        UUID id = row.getObject(2, UUID.class);
        if (id == null) {
            return new Row(row.getLong(1), Optional.empty());
        }
        Set<Happening> on = Arrays.stream((String[]) row.getArray(4).getArray())
                .flatMap(name -> Happening.stored(name).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Row(
                row.getLong(1),
                Optional.of(new ActiveRule(
                        id,
                        row.getLong(7),
                        RuleKind.valueOf(row.getString(3)),
                        on,
                        read(row.getString(5), Condition.class),
                        read(row.getString(6), RuleAction.class))));
    }

    private <T> List<T> read(String text, Class<T> type) {
        try {
            return json.readValue(text, json.getTypeFactory().constructCollectionType(List.class, type));
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}

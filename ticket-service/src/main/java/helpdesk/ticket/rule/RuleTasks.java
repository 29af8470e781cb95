package helpdesk.ticket.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.history.RuleCause;
import helpdesk.ticket.ticketing.TicketTold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What happened to tickets, until it is held against the triggers: stored with the change itself, so that nothing is missed. */
@ApplicationScoped
public class RuleTasks {

    private static final String INSERT = """
            insert into rule_task
                (ticket_id, happening, changes, rule_id, depth, root_id, event_id, correlation_id, traceparent, at, not_before)
            values (?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** One of a ticket waits for those before it. */
    private static final String CLAIM = """
            select seq, ticket_id, happening, changes, rule_id, depth, event_id, correlation_id, traceparent, failed, attempts, root_id
            from rule_task t
            where not_before <= ? and happening = any(?) and not exists (
                select 1 from rule_task before where before.ticket_id = t.ticket_id and before.seq < t.seq)
            order by seq limit 1 for update skip locked""";

    /** What a later version stores, which may work beside this one, is left to it. */
    private static final String[] KNOWN =
            Arrays.stream(Happening.values()).map(Happening::name).toArray(String[]::new);

    private final Sql sql;
    private final ObjectMapper json;
    private final RuleBook book;
    private final RuleCause cause;
    private final Causation causation;
    private final Clock clock;

    RuleTasks(Sql sql, ObjectMapper json, RuleBook book, RuleCause cause, Causation causation, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.book = book;
        this.cause = cause;
        this.causation = causation;
        this.clock = clock;
    }

    /** Something was told of a ticket: in its transaction. */
    void told(@Observes TicketTold told) {
        Happening.of(told.cause(), told.changes()).filter(book::listensTo).ifPresent(happening -> add(told, happening));
    }

    private void add(TicketTold told, Happening happening) {
        Instant now = clock.instant();
        sql.execute(
                INSERT,
                told.ticketId(),
                happening.name(),
                write(told.changes()),
                cause.rule(),
                cause.depth(),
                cause.root() == null ? told.eventId() : cause.root(),
                told.eventId(),
                causation.correlationId(),
                causation.traceParent(),
                now,
                now);
    }

    /** The oldest that nobody else works on, held until the end of the transaction. */
    Optional<RuleTask> claim() {
        return sql.first(CLAIM, this::read, clock.instant(), KNOWN);
    }

    /** Since when the first waits; nothing when none does. */
    Optional<Instant> waitingSince() {
        return sql.first("select at from rule_task order by seq limit 1", row -> row.getObject(1, OffsetDateTime.class)
                .toInstant());
    }

    /** It is done. */
    void done(RuleTask task) {
        sql.execute("delete from rule_task where seq = ?", task.seq());
    }

    /** It is done again without one of the rules; returns whether that is new. */
    boolean without(RuleTask task, UUID rule) {
        return sql.execute(
                        "update rule_task set failed = failed || ?, attempts = 0 where seq = ? and not (? = any(failed))",
                        rule,
                        task.seq(),
                        rule)
                == 1;
    }

    /** Somebody else holds the ticket right now: soon again. */
    void postpone(RuleTask task) {
        sql.execute(
                "update rule_task set not_before = ? where seq = ?",
                clock.instant().plusMillis(500),
                task.seq());
    }

    /** It is tried again later, unless another replica has done something about it meanwhile. */
    void putOff(RuleTask task) {
        sql.execute(
                "update rule_task set attempts = attempts + 1, not_before = ? where seq = ? and attempts = ?",
                clock.instant().plusSeconds(1L << task.attempts()),
                task.seq(),
                task.attempts());
    }

    private RuleTask read(ResultSet row) throws SQLException {
        return new RuleTask(
                row.getLong(1),
                row.getObject(2, UUID.class),
                Happening.valueOf(row.getString(3)),
                changes(row.getString(4)),
                row.getObject(5, UUID.class),
                row.getInt(6),
                row.getObject(12, UUID.class),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9),
                Set.copyOf(Arrays.asList((UUID[]) row.getArray(10).getArray())),
                row.getInt(11));
    }

    private List<FieldChange> changes(String text) {
        try {
            return List.of(json.readValue(text, FieldChange[].class));
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private String write(List<FieldChange> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

package helpdesk.platform.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The requests that are still to be carried out. */
@ApplicationScoped
class ErasureTasks {

    /** Whoever claims a task has this long; then somebody else tries. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final String ADD = """
            insert into erasure_task (request_id, round, request, event_id, correlation_id, traceparent, due_at)
            values (?, ?, cast(? as jsonb), ?, ?, ?, ?) on conflict do nothing""";

    private static final String CLAIM = """
            update erasure_task set due_at = ? where ctid = any(array(
                select ctid from erasure_task where due_at <= ? order by due_at limit 1 for update skip locked))
            returning request::text, event_id, correlation_id, traceparent, failures""";

    private static final String UUID_PATTERN = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private static final String SAYS_ONE = """
            exists (select 1 from regexp_matches(lower(%1$s), '%2$s', 'g') as found (ids) where found.ids[1] = any(?))
            or lower(%1$s) ~ any(?)""";

    private static final String FORGET_LETTERS = "delete from dead_letter where "
            + SAYS_ONE.formatted(
                    "coalesce(encode(record_value, 'escape'), '') || ' ' || coalesce(encode(record_key, 'escape'), '') || ' ' || record_headers::text",
                    UUID_PATTERN);

    private static final String FORGET_ANSWERS =
            "delete from idempotency_record where " + SAYS_ONE.formatted("path || ' ' || body", UUID_PATTERN);

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    ErasureTasks(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    void add(ErasureRequest request, IncomingEvent event) {
        sql.execute(
                ADD,
                request.requestId(),
                request.round(),
                write(request),
                event.id(),
                event.correlationId(),
                event.traceParent(),
                clock.instant());
    }

    /** The next one that is due; nobody else gets it for a while. */
    Optional<ErasureTask> claim() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first(CLAIM, this::read, clock.instant().plus(LEASE), clock.instant()));
    }

    /** Whether it was there: of two who worked on it one has finished it. */
    boolean remove(ErasureTask task) {
        return sql.execute(
                        "delete from erasure_task where request_id = ? and round = ?",
                        task.request().requestId(),
                        task.request().round())
                > 0;
    }

    /** It failed: each time it waits longer. */
    void putOff(ErasureTask task) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(task.failures(), 10));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        QuarkusTransaction.requiringNew()
                .run(() -> sql.execute(
                        "update erasure_task set failures = failures + 1, due_at = ? where request_id = ? and round = ?",
                        clock.instant().plus(pause),
                        task.request().requestId(),
                        task.request().round()));
    }

    /**
     * Dead letters and kept answers go that speak of the person, or of what was theirs: by ids, mail addresses and phone numbers.
     * Handles and names are words that others use, too.
     */
    void forgetMentions(ErasureRequest request, Collection<UUID> related) {
        String[] ids = Stream.concat(request.subjects().stream(), related.stream())
                .map(UUID::toString)
                .toArray(String[]::new);
        String[] contacts = request.contacts().stream()
                .filter(contact -> contact.indexOf('@') >= 0 || contact.startsWith("+"))
                .map(WholeWord::pattern)
                .toArray(String[]::new);
        sql.execute(FORGET_LETTERS, ids, contacts);
        sql.execute(FORGET_ANSWERS, ids, contacts);
    }

    private ErasureTask read(ResultSet row) throws SQLException {
        try {
            return new ErasureTask(
                    json.readValue(row.getString(1), ErasureRequest.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(ErasureRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

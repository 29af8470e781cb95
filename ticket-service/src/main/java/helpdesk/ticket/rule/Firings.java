package helpdesk.ticket.rule;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.AfterCommit;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Retention;
import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.input.Shortened;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What rules did, or could not do. Kept for 30 days. */
@ApplicationScoped
public class Firings {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String COLUMNS = "id, ticket_id, at, happening, depth, code, detail";

    private static final String LAST_ERRORS = "select " + COLUMNS + ", rule_id from unnest(?) wanted (id_of_rule)"
            + " cross join lateral (select * from rule_firing f where f.rule_id = id_of_rule and f.code is not null"
            + " order by f.id desc limit 1) last";

    private static final String INSERT =
            "insert into rule_firing (" + COLUMNS + ", rule_id, root_id)" + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String FORGET_TURNS = """
            delete from rule_turn where (rule_id, ticket_id) in (
                select t.rule_id, t.ticket_id from rule_turn t join ticket on ticket.id = t.ticket_id
                where ticket.status = 'CLOSED' and ticket.merged_into is null
                    or not exists (select 1 from rule where rule.id = t.rule_id) limit 1000)""";

    private static final int MOST_BATCHES = 1_000;

    private static final int LONGEST_DETAIL = 1_000;

    private final Sql sql;
    private final Cursors cursors;
    private final Retention retention;
    private final AfterCommit afterCommit;
    private final MeterRegistry metrics;
    private final Clock clock;

    Firings(
            Sql sql,
            Cursors cursors,
            Retention retention,
            AfterCommit afterCommit,
            MeterRegistry metrics,
            Clock clock) {
        this.sql = sql;
        this.cursors = cursors;
        this.retention = retention;
        this.afterCommit = afterCommit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A rule did what it does. */
    void did(UUID rule, UUID ticket, Happening happening, int depth, UUID root) {
        sql.execute(INSERT, Ids.next(), ticket, clock.instant(), name(happening), depth, null, null, rule, root);
        count("done");
    }

    /** It could not. */
    void failed(UUID ticket, Happening happening, int depth, UUID root, RuleFailure failure) {
        sql.execute(
                INSERT,
                Ids.next(),
                ticket,
                clock.instant(),
                name(happening),
                depth,
                failure.code(),
                Shortened.to(LONGEST_DETAIL, failure.getMessage()),
                failure.rule(),
                root);
        count("failed");
    }

    private void count(String outcome) {
        afterCommit.run(() ->
                metrics.counter("helpdesk.rule.firings", "outcome", outcome).increment());
    }

    /** The same, said once for each root. */
    void failedOnce(UUID ticket, Happening happening, int depth, UUID root, RuleFailure failure) {
        boolean isSaid = sql.first(
                        "select 1 from rule_firing where root_id = ? and rule_id = ? and code = ? limit 1",
                        row -> true,
                        root,
                        failure.rule(),
                        failure.code())
                .orElse(false);
        if (!isSaid) {
            failed(ticket, happening, depth, root, failure);
        }
    }

    /** How often rules have acted because of one thing. */
    int acts(UUID root) {
        return sql.first(
                        "select count(*) from rule_firing where root_id = ? and code is null",
                        row -> row.getInt(1),
                        root)
                .orElseThrow();
    }

    private static String name(Happening happening) {
        return happening == null ? null : happening.name();
    }

    /** The latest first. */
    Page<FiringView> page(UUID rule, boolean onlyErrors, PageRequest page) {
        String list = "rule-firings:" + rule + onlyErrors;
        List<String> after = cursors.open(page.after(), list);
        List<FiringView> found = sql.list(
                "select " + COLUMNS + " from rule_firing where rule_id = ? and id < cast(? as uuid)"
                        + (onlyErrors ? " and code is not null" : "") + " order by id desc limit ?",
                Firings::read,
                rule,
                after.isEmpty() ? "ffffffff-ffff-ffff-ffff-ffffffffffff" : after.getFirst(),
                page.limit() + 1);
        return Page.of(
                found,
                page.limit(),
                Function.identity(),
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    /** What each of the rules could not do last, as far as there is something. */
    Map<UUID, FiringView> lastErrors(Collection<UUID> rules) {
        return sql
                .list(LAST_ERRORS, row -> Map.entry(row.getObject(8, UUID.class), read(row)), (Object)
                        rules.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Forgets what is older than 30 days, and for which time automations acted on tickets that are closed. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        retention.deleteOlder("rule_firing", "at", clock.instant().minus(KEPT));
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            if (QuarkusTransaction.requiringNew().call(() -> sql.execute(FORGET_TURNS)) == 0) {
                return;
            }
        }
    }

    private static FiringView read(ResultSet row) throws SQLException {
        String happening = row.getString(4);
        return new FiringView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                happening == null ? null : Happening.stored(happening).orElse(null),
                row.getInt(5),
                row.getString(6),
                row.getString(7));
    }
}

package helpdesk.ticket.probe;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.ticketing.TicketNumber;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures how the requests of probes fared: by their clocks, as those of everybody else. */
@ApplicationScoped
public class ProbeMeasures {

    private static final Duration PERIOD = Duration.ofDays(30);

    private static final String CLOCKS = """
            from probe_run r
            left join service_level_clock a on a.ticket_id = r.ticket_id and a.metric = 'ACKNOWLEDGEMENT' and a.cycle = 1
            left join service_level_clock f on f.ticket_id = r.ticket_id and f.metric = 'FIRST_REPLY' and f.cycle = 1
            left join service_level_clock s on s.ticket_id = r.ticket_id and s.metric = 'RESOLUTION' and s.cycle = 1
            """;

    private static final String FIGURES =
            """
            select r.probe_id, count(*), count(a.met_at), count(f.met_at), count(s.met_at),
                count(*) filter (where f.met_at <= f.promise_at),
                percentile_cont(0.5) within group (order by extract(epoch from a.met_at - a.started_at)),
                percentile_cont(0.5) within group (order by extract(epoch from f.met_at - f.started_at)),
                percentile_cont(0.9) within group (order by extract(epoch from f.met_at - f.started_at)),
                percentile_cont(0.5) within group (order by extract(epoch from s.met_at - s.started_at))
            """ + CLOCKS + "where r.probe_id = any(?) and r.opened_at >= ? group by r.probe_id";

    private static final String RUNS = """
            select r.ticket_id, t.number, t.status, g.name, r.opened_at,
                extract(epoch from a.met_at - a.started_at), a.automatic,
                extract(epoch from f.met_at - f.started_at), f.met_at, f.promise_at, f.paused_at,
                extract(epoch from s.met_at - s.started_at)
            """ + CLOCKS + """
            join ticket t on t.id = r.ticket_id
            left join agent g on g.id = t.assignee_id
            where r.probe_id = ? and r.ticket_id < cast(? as uuid) order by r.ticket_id desc limit ?""";

    private static final String BEHIND_ALL = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private final Sql sql;
    private final Cursors cursors;
    private final Clock clock;

    ProbeMeasures(Sql sql, Cursors cursors, Clock clock) {
        this.sql = sql;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Those of each probe in the last 30 days, for all of them with one query. */
    Map<UUID, ProbeFigures> figures(Collection<UUID> probes) {
        Map<UUID, ProbeFigures> figures = sql
                .list(
                        FIGURES,
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new ProbeFigures(
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6),
                                        seconds(row, 7),
                                        seconds(row, 8),
                                        seconds(row, 9),
                                        seconds(row, 10))),
                        probes.toArray(UUID[]::new),
                        clock.instant().minus(PERIOD))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return probes.stream().collect(Collectors.toMap(id -> id, id -> figures.getOrDefault(id, ProbeFigures.NONE)));
    }

    /** The requests of a probe, the latest first. */
    Page<ProbeRunView> runs(UUID probe, PageRequest page) {
        String list = "probe-runs:" + probe;
        List<String> after = cursors.open(page.after(), list);
        Instant now = clock.instant();
        List<ProbeRunView> found = sql.list(
                RUNS, row -> read(row, now), probe, after.isEmpty() ? BEHIND_ALL : after.getFirst(), page.limit() + 1);
        return Page.of(
                found,
                page.limit(),
                Function.identity(),
                last -> cursors.seal(List.of(last.ticketId().toString()), list));
    }

    private static ProbeRunView read(ResultSet row, Instant now) throws SQLException {
        Double acknowledged = seconds(row, 6);
        return new ProbeRunView(
                row.getObject(1, UUID.class),
                TicketNumber.display(row.getLong(2)),
                TicketStatus.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                acknowledged,
                acknowledged == null ? null : row.getBoolean(7),
                seconds(row, 8),
                kept(
                        row.getObject(9, OffsetDateTime.class),
                        row.getObject(11, OffsetDateTime.class),
                        row.getObject(10, OffsetDateTime.class),
                        now),
                seconds(row, 12));
    }

    private static ProbeRunView.Kept kept(
            OffsetDateTime metAt, OffsetDateTime pausedAt, OffsetDateTime promiseAt, Instant now) {
        if (promiseAt == null) {
            return null;
        }
        // What stands still is not late, however long.
        Instant until = Stream.of(metAt, pausedAt)
                .filter(Objects::nonNull)
                .map(OffsetDateTime::toInstant)
                .findFirst()
                .orElse(now);
        if (until.isAfter(promiseAt.toInstant())) {
            return ProbeRunView.Kept.LATE;
        }
        return metAt == null ? ProbeRunView.Kept.OPEN : ProbeRunView.Kept.KEPT;
    }

    private static Double seconds(ResultSet row, int column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Math.round(seconds * 1_000) / 1_000.0;
    }
}

package helpdesk.notification.callback;

import helpdesk.notification.QueryParameter;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Counts how often somebody called within the time that was promised. */
@ApplicationScoped
class PunctualityQuery {

    private static final Duration USUAL_SPAN = Duration.ofDays(30);
    private static final Duration LONGEST_SPAN = Duration.ofDays(366);

    /** A promise that was over when the callback was moved stays broken. */
    private static final String COUNT = """
            select key, count(*), count(*) filter (where on_time), count(*) filter (where status = 'COMPLETED')
            from (
                select %s as key, c.status,
                    not c.promise_missed and exists (
                        select 1 from callback_attempt as a
                        where a.callback_id = c.id and a.at >= c.slot_start and a.at < c.slot_end) as on_time
                from callback as c
                where c.slot_start >= ? and c.slot_start < ? and c.status in ('COMPLETED', 'EXHAUSTED', 'EXPIRED')
                    and (cast(? as text) is null or c.group_name = ?)) as called
            group by key order by %s limit 1000""";

    private final Sql sql;
    private final Clock clock;

    PunctualityQuery(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    PunctualityView count(QueryParameter from, QueryParameter to, QueryParameter group, QueryParameter by) {
        Instant end = to.instant().orElseGet(clock::instant);
        Instant start = from.instant().orElseGet(() -> end.minus(USUAL_SPAN));
        if (!start.isBefore(end)) {
            throw to.invalid("Write a time after the beginning of the span.");
        }
        if (Duration.between(start, end).compareTo(LONGEST_SPAN) > 0) {
            throw from.invalid("Ask for at most 366 days at once.");
        }
        PunctualityDimension dimension = dimension(by);
        String only = group.value().orElse(null);
        List<PunctualityGroup> items = sql.search(statement(dimension), PunctualityQuery::read, start, end, only, only);
        return new PunctualityView(dimension, start, end, only, total(items), items);
    }

    private static PunctualityDimension dimension(QueryParameter by) {
        Set<PunctualityDimension> chosen = by.anyOf(PunctualityDimension.class);
        if (chosen.size() > 1) {
            throw by.invalid("Write one of group, agent, week.");
        }
        return chosen.stream().findFirst().orElse(PunctualityDimension.GROUP);
    }

    private static String statement(PunctualityDimension by) {
        return switch (by) {
            case GROUP -> COUNT.formatted("c.group_name", "2 desc, 1");
            case AGENT ->
                COUNT.formatted(
                        "(select made_by from callback_attempt as l where l.callback_id = c.id order by number desc limit 1)",
                        "2 desc, 1");
            case WEEK ->
                COUNT.formatted("to_char(date_trunc('week', c.slot_start at time zone 'UTC'), 'YYYY-MM-DD')", "1");
        };
    }

    private static PunctualityGroup total(List<PunctualityGroup> items) {
        return of(
                null,
                sum(items, PunctualityGroup::callbacks),
                sum(items, PunctualityGroup::onTime),
                sum(items, PunctualityGroup::answered));
    }

    private static long sum(List<PunctualityGroup> items, ToLongFunction<PunctualityGroup> count) {
        return items.stream().mapToLong(count).sum();
    }

    private static PunctualityGroup read(ResultSet row) throws SQLException {
        return of(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }

    private static PunctualityGroup of(String key, long callbacks, long onTime, long answered) {
        return new PunctualityGroup(key, callbacks, onTime, answered, Proportion.of(onTime, callbacks));
    }
}

package helpdesk.notification.punctuality;

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

/** Reads how well appointments were kept. */
@ApplicationScoped
@Transactional
class PunctualityQuery {

    private static final Duration USUAL_SPAN = Duration.ofDays(30);
    private static final Duration LONGEST_SPAN = Duration.ofDays(366);
    private static final int MOST_ROWS = 1_000;

    private static final String READ = """
            select %s as key, count(*), count(*) filter (where status = 'KEPT'),
                count(*) filter (where status = 'KEPT' and arrived_at between window_start and window_end),
                count(*) filter (where status = 'KEPT' and arrived_at is not null),
                count(*) filter (where status = 'MISSED' and end_party = 'US'),
                count(*) filter (where status = 'MISSED' and end_party = 'CUSTOMER'),
                count(*) filter (where status = 'CANCELLED' and end_party = 'US'),
                count(*) filter (where status = 'CANCELLED' and end_party = 'CUSTOMER'),
                count(*) filter (where status = 'BOOKED' and window_end < ?),
                count(*) filter (where exists (
                    select 1 from appointment_move m where m.appointment_id = v.id and m.wish_of = 'US')),
                percentile_cont(0.5) within group (order by greatest(0, extract(epoch from arrived_at - window_end) / 60))
                    filter (where status = 'KEPT' and arrived_at is not null),
                percentile_cont(0.9) within group (order by greatest(0, extract(epoch from arrived_at - window_end) / 60))
                    filter (where status = 'KEPT' and arrived_at is not null)
            from appointment v
            where window_start >= ? and window_start < ?
            group by key
            order by key
            limit ?""";

    private final Sql sql;
    private final Clock clock;

    PunctualityQuery(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Of appointments whose window begins between the moments. */
    List<PunctualityView> read(QueryParameter from, QueryParameter to, QueryParameter by) {
        Set<PunctualityBy> chosen = by.anyOf(PunctualityBy.class);
        if (chosen.size() > 1) {
            throw by.invalid("Write one of agent, week, month, or leave it out.");
        }
        Instant now = clock.instant();
        Instant end = to.instant().orElse(now);
        Instant start = from.instant().orElseGet(() -> end.minus(USUAL_SPAN));
        if (!start.isBefore(end)) {
            throw to.invalid("Write a time after the beginning of the span.");
        }
        if (Duration.between(start, end).compareTo(LONGEST_SPAN) > 0) {
            throw to.invalid("Ask for at most 366 days at once.");
        }
        String key = chosen.stream().map(PunctualityBy::expression).findFirst().orElse("'all'");
        return sql.search(READ.formatted(key), PunctualityQuery::view, now, start, end, MOST_ROWS);
    }

    private static PunctualityView view(ResultSet row) throws SQLException {
        long within = row.getLong(4);
        long arrivals = row.getLong(5);
        long missedByUs = row.getLong(6);
        return new PunctualityView(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                within,
                arrivals,
                missedByUs,
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                arrivals == 0 ? null : new Lateness(minutes(row, 12), minutes(row, 13), arrivals),
                Proportion.of(within, arrivals + missedByUs));
    }

    /** To a tenth. */
    private static double minutes(ResultSet row, int column) throws SQLException {
        return Math.round(row.getDouble(column) * 10) / 10.0;
    }
}

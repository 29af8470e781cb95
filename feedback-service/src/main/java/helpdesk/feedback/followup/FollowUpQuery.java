package helpdesk.feedback.followup;

import helpdesk.feedback.insight.Proportion;
import helpdesk.feedback.survey.Score;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Counts what became of unhappy answers. One statement over those of the period, found by an index. */
@ApplicationScoped
class FollowUpQuery {

    private static final int MOST_GROUPS = 1_000;

    private static final String GROUPS = """
            select cast(%1$s as text), max(%2$s), count(*), count(resolved_at), count(second_score),
                count(*) filter (where second_score >= ?)
            from follow_up where reported_at >= ? and reported_at < ?
            group by 1 order by count(*) desc, 1 limit ?""";

    private final Sql sql;

    FollowUpQuery(Sql sql) {
        this.sql = sql;
    }

    /** The largest groups first. */
    @Transactional
    List<FollowUpGroup> groups(FollowUpDimension by, Instant from, Instant to) {
        // Columns are constants of ours, not the caller's text.
        return sql.list(
                GROUPS.formatted(by.column(), by.nameColumn()),
                FollowUpQuery::read,
                Score.SATISFIED_FROM,
                from,
                to,
                MOST_GROUPS);
    }

    private static FollowUpGroup read(ResultSet row) throws SQLException {
        long reported = row.getLong(3);
        long resolved = row.getLong(4);
        long answered = row.getLong(5);
        return new FollowUpGroup(
                row.getString(1),
                row.getString(2),
                reported,
                Proportion.of(resolved, reported),
                Proportion.of(answered, Math.max(resolved, answered)),
                Proportion.of(row.getLong(6), answered));
    }
}

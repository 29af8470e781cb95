package helpdesk.feedback.improvement;

import helpdesk.feedback.improvement.ComplaintCauseView.CountedCause;
import helpdesk.feedback.improvement.ComplaintCauseView.CoveringImprovement;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Counts why customers complained. One statement over the complaints of the period, found by an index. */
@ApplicationScoped
class ComplaintCauseQuery {

    private static final int MOST_CAUSES = 1_000;

    private static final String CAUSES = """
            select c.cause, count(*), i.id, i.title, i.state
            from complaint c left join covered_cause cc on cc.cause = c.cause
                left join improvement i on i.id = cc.improvement_id
            where c.is_complaint and c.cause is not null and c.resolved_at >= ? and c.resolved_at < ?
            group by c.cause, i.id
            order by count(*) desc, c.cause
            limit ?""";

    private final Sql sql;

    ComplaintCauseQuery(Sql sql) {
        this.sql = sql;
    }

    /** The most frequent first. */
    @Transactional
    List<CountedCause> causes(Instant from, Instant to) {
        return sql.list(CAUSES, ComplaintCauseQuery::read, from, to, MOST_CAUSES);
    }

    private static CountedCause read(ResultSet row) throws SQLException {
        UUID improvement = row.getObject(3, UUID.class);
        return new CountedCause(
                row.getString(1),
                row.getLong(2),
                improvement == null
                        ? null
                        : new CoveringImprovement(
                                improvement, row.getString(4), ImprovementState.valueOf(row.getString(5))));
    }
}

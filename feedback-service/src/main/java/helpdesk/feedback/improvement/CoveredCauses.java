package helpdesk.feedback.improvement;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which improvement covers which cause of complaints, and which complaints none has heard yet. */
@ApplicationScoped
class CoveredCauses {

    /** How long ago somebody may have complained and still be heard. */
    private static final Duration HEARD_FOR = Duration.ofDays(366);

    private static final String COVER = """
            insert into covered_cause (cause, improvement_id) values (?, ?)
            on conflict (cause) do update set improvement_id = excluded.improvement_id
            where exists (select 1 from improvement i
                where i.id = covered_cause.improvement_id and i.state in ('DONE', 'DECLINED'))""";

    /** Who complained of what was declined has heard nothing; who was told that it is done has. */
    private static final String FREE = """
            update complaint set improvement_id = null
            where cause = ? and is_complaint and resolved_at >= ?
                and improvement_id in (select id from improvement where state = 'DECLINED')""";

    private static final String NEXT_UNHEARD = """
            select cc.improvement_id from covered_cause cc join improvement i on i.id = cc.improvement_id
            where i.state in ('OPEN', 'PLANNED', 'IN_PROGRESS') and exists (
                select 1 from complaint c where c.cause = cc.cause and c.resolved_at >= ? and c.improvement_id is null
                    and c.is_complaint and c.erased_at is null)
            limit 1 for update of i skip locked""";

    private static final String UNHEARD = """
            select c.ticket_id from complaint c
            where c.cause in (select cause from covered_cause where improvement_id = ?) and c.resolved_at >= ?
                and c.improvement_id is null and c.is_complaint and c.erased_at is null
            order by c.resolved_at limit ? for update skip locked""";

    private final Sql sql;

    CoveredCauses(Sql sql) {
        this.sql = sql;
    }

    /**
     * From now on the improvement covers the cause.
     *
     * @throws helpdesk.platform.problem.Problem {@code cause-covered} while another one does, which is not over
     */
    void cover(String cause, Improvement improvement, Instant now) {
        Optional<UUID> former = of(cause);
        if (sql.execute(COVER, cause, improvement.id()) == 0) {
            UUID other = of(cause).orElseThrow();
            throw FeedbackProblem.CAUSE_COVERED
                    .at("/cause", "The improvement %s covers it. Change that one.", other)
                    .member("improvementId", other);
        }
        if (former.isPresent()) {
            sql.execute(FREE, cause, now.minus(HEARD_FOR));
        }
    }

    private Optional<UUID> of(String cause) {
        return sql.first(
                "select improvement_id from covered_cause where cause = ?", row -> row.getObject(1, UUID.class), cause);
    }

    /** All causes that the one covered are covered by the other. */
    void move(UUID from, UUID into) {
        sql.execute("update covered_cause set improvement_id = ? where improvement_id = ?", into, from);
    }

    /** An improvement that can still come and has not heard all who complain of its causes; held. */
    Optional<UUID> holdNextToHear(Instant now) {
        return sql.first(NEXT_UNHEARD, row -> row.getObject(1, UUID.class), now.minus(HEARD_FOR));
    }

    /** The tickets of some of those whom it has not heard, held. */
    List<UUID> holdUnheard(UUID improvement, Instant now, int limit) {
        return sql.list(UNHEARD, row -> row.getObject(1, UUID.class), improvement, now.minus(HEARD_FOR), limit);
    }

    void markHeard(List<UUID> tickets, UUID improvement) {
        sql.execute(
                "update complaint set improvement_id = ? where ticket_id = any(?)",
                improvement,
                tickets.toArray(UUID[]::new));
    }
}

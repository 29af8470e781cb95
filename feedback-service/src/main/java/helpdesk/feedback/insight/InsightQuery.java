package helpdesk.feedback.insight;

import helpdesk.feedback.survey.Score;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Counts answers. One statement over the invitations of the period, found by an index. */
@ApplicationScoped
class InsightQuery {

    private static final int MOST_GROUPS = 1_000;

    private static final String GROUPS = """
            select cast(i.%s as text), %s, count(*), count(r.id), cast(round(avg(r.score), 2) as double precision),
                count(r.score), count(*) filter (where r.score >= :satisfied), count(*) filter (where r.score <= :low)
            from invitation i left join response r on r.invitation_id = i.id
            where i.state in ('SENT', 'ANSWERED', 'EXPIRED') and i.sent_at >= :from and i.sent_at < :to
            group by i.%s
            order by count(*) desc, 1
            limit :limit""";

    private final EntityManager entities;

    InsightQuery(EntityManager entities) {
        this.entities = entities;
    }

    /** The largest groups first. */
    List<InsightGroup> groups(Dimension by, Instant from, Instant to) {
        // The column's name is a constant of ours, not the caller's text.
        String name = by == Dimension.AGENT ? "max(i.agent_name)" : "cast(null as text)";
        List<?> rows = entities.createNativeQuery(GROUPS.formatted(by.column(), name, by.column()))
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("satisfied", Score.SATISFIED_FROM)
                .setParameter("low", Score.LOW_UP_TO)
                .setParameter("limit", MOST_GROUPS)
                .getResultList();
        return rows.stream().map(row -> group((Object[]) row)).toList();
    }

    private static InsightGroup group(Object[] row) {
        long invited = (long) row[2];
        long answered = (long) row[3];
        long scored = (long) row[5];
        return new InsightGroup(
                (String) row[0],
                (String) row[1],
                invited,
                answered,
                Proportion.of(answered, invited),
                (Double) row[4],
                Proportion.of((long) row[6], scored),
                Proportion.of((long) row[7], scored));
    }
}

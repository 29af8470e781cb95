package helpdesk.feedback.insight;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Adds changes to the counts of the days and months that they are about. A change is deleted by the statement that adds it, so none is added twice or
 * lost, whenever a process ends. One folder works at a time: others would wait for its rows.
 */
@ApplicationScoped
class InsightFolding {

    static final int BATCH = 2_000;

    /** Whoever holds it folds. */
    static final long LOCK = 0x696e_7369_6768_74L;

    private static final String FOLD = """
            with taken as (
                delete from insight_change where id in (
                    select id from insight_change order by id limit %1$d for update skip locked) returning id
            ), folded as (
                insert into insight_count (dimension, span, survey_id, begins, member, %2$s)
                select d.dimension, span.name, s.survey_id, cast(date_trunc(span.name, c.day) as date), d.member, %3$s
                from insight_pending c join taken t on t.id = c.id
                cross join lateral (values ('total', null), ('agent', cast(c.agent_id as text)), ('team', c.team),
                    ('category', c.category), ('channel', c.channel), ('language', c.language)) as d (dimension, member)
                cross join lateral (values (c.survey_id), ('00000000-0000-0000-0000-000000000000')) as s (survey_id)
                cross join (values ('day'), ('month')) as span (name)
                group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
                on conflict (dimension, span, survey_id, begins, member_key) do update set %4$s
            ), named as (
                insert into insight_agent (agent_id, name, seen_at)
                select distinct on (c.agent_id) c.agent_id, c.agent_name, c.sent_at
                from insight_pending c join taken t on t.id = c.id
                where c.asked > 0 and c.agent_id is not null and c.agent_name is not null
                order by c.agent_id, c.sent_at desc, c.id desc
                on conflict (agent_id) do update set name = excluded.name, seen_at = excluded.seen_at
                where excluded.seen_at >= insight_agent.seen_at
            )
            select count(*) from taken""".formatted(
            BATCH, Tally.columns("*"), Tally.columns("sum(c.*)"), Tally.columns("* = insight_count.* + excluded.*"));

    private final Sql sql;

    InsightFolding(Sql sql) {
        this.sql = sql;
    }

    /**
     * Adds a batch of changes.
     *
     * @return how many; none while somebody else does
     */
    @Transactional
    int fold() {
        boolean mine = sql.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElse(false);
        return mine ? sql.first(FOLD, row -> row.getInt(1)).orElse(0) : 0;
    }
}

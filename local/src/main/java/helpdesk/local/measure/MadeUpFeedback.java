package helpdesk.local.measure;

import helpdesk.local.console.Console;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills the database of feedback with made-up invitations of the last two years, two of three of them answered, one answer of five
 * with words; to three surveys, by 200 agents of 20 teams, in ten languages. What insight counts of it is made afterwards.
 */
final class MadeUpFeedback {

    private static final int BATCH = 60_000;

    /** The only one of the three whose answers are asked for alone. */
    static final String SURVEY = "00000000-0000-4000-8000-000000000001";

    private static final String SURVEYS = """
            insert into survey (id, version, state, is_default, name, default_language, questions, created_at, updated_at, published_at)
            select cast('00000000-0000-4000-8000-00000000000' || n as uuid), 0, 'PUBLISHED', false, 'Made up ' || n, 'en', '[
                {"key": "nps", "kind": "nps", "required": false, "text": {"en": "Would you recommend us?"}},
                {"key": "effort", "kind": "effort", "required": false, "text": {"en": "Did we make it easy?"}},
                {"key": "improve", "kind": "improvement", "required": false, "text": {"en": "What should we do better?"}},
                {"key": "others", "kind": "competitor", "required": false, "text": {"en": "Who does better?"}}]',
                now(), now(), now()
            from generate_series(1, 3) as n
            on conflict do nothing""";

    /** The triggers that note changes stay off for a batch: what they would note is counted afterwards. */
    private static final String TRIGGERS = "alter table %s %s trigger user";

    private static final String FILL = """
            with made as materialized (
                select uuidv7() as id, uuidv7() as response_id, uuidv7() as person,
                    now() - interval '1 minute' - interval '730 days' * (1 - n / cast(%3$d as float)) as sent_at, n %% 3 <> 0 as answered,
                    cast(floor(200 * random()) as int) as agent, cast(floor(50 * random()) as int) as category,
                    cast(1 + floor(3 * random() ^ 2) as int) as survey,
                    (array['email', 'chat', 'phone', 'social', 'form'])[1 + cast(floor(5 * random()) as int)] as channel,
                    (array['en', 'de', 'fr', 'es', 'pt', 'ru', 'kk', 'hi', 'bn', 'ta'])[1 + cast(floor(10 * random() ^ 2) as int)]
                        as language,
                    cast(floor(11 * sqrt(random())) as int) as nps, cast(1 + floor(7 * sqrt(random())) as int) as effort,
                    case when n %% 15 in (1, 7, 13) then (array['reasons', 'improvements', 'competitors'])[1 + n / 15 %% 3] end as about
                from generate_series(%1$d, %2$d) as n
            ), invited as (
                insert into invitation (id, version, ticket_id, reopen_count, ticket_number, follow_up, customer_id, contact, language,
                    agent_id, agent_name, team, category, channel, survey_id, state, correlation_id, causation_id, due_at, sent_at,
                    expires_at, answered_at, created_at, updated_at)
                select id, 0, id, 0, 'HD-M', false, person, '{}', language, cast(md5('agent ' || agent) as uuid), 'Agent ' || agent,
                    'team-' || agent %% 20, 'category-' || category, channel,
                    cast('00000000-0000-4000-8000-00000000000' || survey as uuid), case when answered then 'ANSWERED' else 'EXPIRED' end,
                    'made-up', 'made-up', sent_at, sent_at, sent_at + interval '14 days', case when answered then sent_at end, sent_at,
                    sent_at
                from made
            ), said as materialized (
                select made.*, array(select distinct 'word' || cast(floor(3000 * random() ^ 3) as int) || (array['', '', 's'])[1 + n %% 3]
                    from generate_series(1, 5) as n where about is not null) as words
                from made where answered
            ), responded as (
                insert into response (id, version, invitation_id, language, answers, score, nps, effort, received_at)
                select response_id, 0, id, language, jsonb_build_array(
                        jsonb_strip_nulls(jsonb_build_object('key', 'nps', 'value', nps,
                            'comment', case about when 'reasons' then array_to_string(words, ' ') end)),
                        jsonb_build_object('key', 'effort', 'value', effort))
                    || case about when 'improvements' then jsonb_build_array(jsonb_build_object('key', 'improve',
                            'value', array_to_string(words, ' ')))
                        when 'competitors' then jsonb_build_array(jsonb_build_object('key', 'others',
                            'value', array_to_string(words, ' '))) else '[]' end,
                    greatest(1, nps), nps, effort, sent_at
                from said
            )
            insert into mention (response_id, about, stem, word, language, survey_id, sent_at)
            select distinct on (response_id, rtrim(word, 's')) response_id, about, rtrim(word, 's'), word, language,
                cast('00000000-0000-4000-8000-00000000000' || survey as uuid), sent_at
            from said cross join lateral unnest(array_append(words, '')) as word
            where about is not null""";

    private static final String LOCK_INSIGHT = "select pg_advisory_xact_lock(x'%s'::bigint)";
    private static final String INSIGHT = "00696e7369676874";
    private static final String WORDS = "000000776f726473";

    private static final List<String> COLUMNS = Stream.of(
                    Stream.of("asked", "answered"), columns("s", 1, 10), columns("n", 0, 10), columns("e", 1, 7))
            .flatMap(all -> all)
            .toList();

    /** Of each day first, then of its month and of all surveys: that reads the many rows once. */
    private static final String COUNTS =
            """
            with forgotten as (
                delete from insight_change
            ), daily as materialized (
                select d.dimension, c.survey_id, c.day, d.member, %s
                from insight_case c
                cross join lateral (values ('total', null), ('agent', cast(c.agent_id as text)), ('team', c.team),
                    ('category', c.category), ('channel', c.channel), ('language', c.language)) as d (dimension, member)
                group by 1, 2, 3, 4
            )
            insert into insight_count (dimension, span, survey_id, begins, member, %s)
            select d.dimension, span.name, s.survey_id, cast(date_trunc(span.name, d.day) as date), d.member, %s
            from daily d
            cross join lateral (values (d.survey_id), ('00000000-0000-0000-0000-000000000000')) as s (survey_id)
            cross join (values ('day'), ('month')) as span (name)
            group by 1, 2, 3, 4, 5""".formatted(listed("cast(sum(%1$s) as int) as %1$s"), listed("%s"), listed("sum(%s)"));

    private static final String AGENTS = """
            insert into insight_agent (agent_id, name, seen_at)
            select distinct on (agent_id) agent_id, agent_name, sent_at from insight_case
            where agent_id is not null and agent_name is not null order by agent_id, sent_at desc
            on conflict do nothing""";

    private static final String MENTIONS = """
            insert into mention_count (about, span, survey_id, begins, language, stem, answers)
            select m.about, span.name, s.survey_id, cast(date_trunc(span.name, m.sent_at at time zone 'UTC') as date),
                m.language, m.stem, count(*)
            from mention m
            cross join (values ('day'), ('month')) as span (name)
            cross join lateral (values (m.survey_id), ('00000000-0000-0000-0000-000000000000')) as s (survey_id)
            group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6""";

    private static final String FORMS = """
            insert into mention_form (about, language, stem, word, answers)
            select about, language, stem, word, count(*) from mention where stem <> '' group by 1, 2, 3, 4""";

    private final Console console;

    MadeUpFeedback(Console console) {
        this.console = console;
    }

    /** Fills up to so many answers, and counts them if any were added. */
    void fill(Connection connection, int answers) throws SQLException {
        long missing = answers - count(connection, "response");
        if (missing > 0) {
            long invitations = missing * 3 / 2;
            execute(connection, SURVEYS);
            for (long first = 1; first <= invitations; first += BATCH) {
                long last = Math.min(first + BATCH - 1, invitations);
                add(connection, first, last, invitations);
                progress("%,d of %,d answers (%d %%)".formatted(last * 2 / 3, missing, last * 100 / invitations));
            }
        }
        if (missing > 0 || !isCounted(connection)) {
            tally(connection);
            progress("looks at the tables");
            execute(
                    connection,
                    "vacuum (analyze) invitation, response, insight_count, mention, mention_count, mention_form");
        }
        if (console.canRewrite()) {
            console.rewrite("");
        }
    }

    private void add(Connection connection, long first, long last, long all) throws SQLException {
        connection.setAutoCommit(false);
        for (String table : new String[] {"invitation", "response"}) {
            execute(connection, TRIGGERS.formatted(table, "disable"));
        }
        execute(connection, FILL.formatted(first, last, all));
        for (String table : new String[] {"invitation", "response"}) {
            execute(connection, TRIGGERS.formatted(table, "enable"));
        }
        connection.setAutoCommit(true);
    }

    /** All of it, as it is at one moment; nobody folds meanwhile, and what changes meanwhile is folded afterwards. */
    private void tally(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, LOCK_INSIGHT.formatted(INSIGHT));
        execute(connection, LOCK_INSIGHT.formatted(WORDS));
        execute(connection, "set local work_mem = '512MB'");
        execute(connection, "truncate insight_count, mention_count, mention_form");
        progress("counts the days");
        execute(connection, COUNTS);
        execute(connection, AGENTS);
        progress("counts the words");
        execute(connection, MENTIONS);
        execute(connection, FORMS);
        connection.setAutoCommit(true);
    }

    /** Whether all was counted before, to the end. */
    private static boolean isCounted(Connection connection) throws SQLException {
        return count(connection, "(select 1 from mention_count limit 1) as found") == 1;
    }

    private static long count(Connection connection, String what) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + what)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void progress(String text) {
        if (console.canRewrite()) {
            console.rewrite("  " + text);
        } else {
            console.line("  " + text);
        }
    }

    private static String listed(String form) {
        return COLUMNS.stream().map(form::formatted).collect(Collectors.joining(", "));
    }

    private static Stream<String> columns(String name, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(answer -> name + answer);
    }
}

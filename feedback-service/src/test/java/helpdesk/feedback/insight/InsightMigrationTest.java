package helpdesk.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What was there before insight counted by itself is counted, too. */
@QuarkusTest
@WithTestResource(RealParts.class)
class InsightMigrationTest {

    private static final String SCHEMA = "insight_migration_test";

    private static final String BEFORE = """
            insert into survey (id, version, state, is_default, name, default_language, questions, created_at, updated_at, published_at)
            values ('00000000-0000-4000-8000-000000000009', 0, 'PUBLISHED', false, 'Before', 'en', '[
                {"key": "first", "kind": "nps"}, {"key": "second", "kind": "nps"}, {"key": "easy", "kind": "effort"},
                {"key": "improve", "kind": "improvement"}]', now(), now(), now());
            insert into invitation (id, version, ticket_id, reopen_count, ticket_number, follow_up, contact, language, agent_id, agent_name,
                team, channel, survey_id, state, drop_reason, correlation_id, causation_id, due_at, sent_at, expires_at, answered_at,
                created_at, updated_at)
            select cast('00000000-0000-4000-8000-00000000001' || n as uuid), 0, gen_random_uuid(), 0, 'HD-1', false, '{}', 'en',
                '00000000-0000-4000-8000-000000000001', 'Agent ' || n, 'team-' || n % 2, 'email', '00000000-0000-4000-8000-000000000009',
                case when n <= 4 then 'ANSWERED' when n = 5 then 'DROPPED' else 'SENT' end, case when n = 5 then 'REOPENED' end,
                'c', 'c', now(), timestamptz '2025-10-30T23:00:00Z' + n * interval '1 day', now(), case when n <= 4 then now() end, now(),
                now()
            from generate_series(1, 9) as n;
            insert into response (id, version, invitation_id, language, answers, score, received_at)
            select gen_random_uuid(), 0, cast('00000000-0000-4000-8000-00000000001' || n as uuid), 'en', cast(case n
                when 1 then '[{"key": "second", "value": 3}, {"key": "first", "value": 0}]'
                when 2 then '[{"key": "easy", "value": 7}, {"key": "second", "value": 10}]'
                when 3 then '[{"key": "improve", "value": "Be quick"}]'
                else '[{"key": "first", "value": 9, "comment": "Kind"}]' end as jsonb), 2 * n, now()
            from generate_series(1, 4) as n""";

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    @BeforeEach
    void address_the_database_of_the_test() {
        source.setUrl(RealParts.databaseUrl());
        source.setUser("postgres");
        source.setPassword("postgres");
    }

    @AfterEach
    void leave_nothing_behind() {
        Database.execute("drop schema if exists " + SCHEMA + " cascade");
    }

    @Test
    void what_was_there_before_is_counted() throws SQLException {
        migrate("4");
        execute(BEFORE);
        // Somebody answers between the two migrations.
        migrate("6");
        execute("update response set score = 10 where score = 8");
        assertThat(value("select count(*) from insight_change")).isEqualTo(2);
        migrate("latest");
        assertThat(value("select count(*) from insight_change")).isZero();
        assertThat(value("select sum(asked) from insight_count where " + total("day")))
                .isEqualTo(8);
        assertThat(value("select sum(asked) from insight_count where " + total("month")))
                .isEqualTo(8);
        assertThat(value("select asked from insight_count where begins = '2025-10-01' and " + total("month")))
                .isEqualTo(1);
        assertThat(value("select sum(s2 + s4 + s6 + s10) from insight_count where " + total("day")))
                .isEqualTo(4);
        assertThat(value("select sum(n0 + n9 + n10) from insight_count where " + total("day")))
                .isEqualTo(3);
        assertThat(value("select sum(n3) from insight_count")).isZero();
        assertThat(value("select sum(e7) from insight_count where " + total("day")))
                .isEqualTo(1);
        assertThat(
                        value(
                                "select sum(asked) from insight_count where dimension = 'team' and member = 'team-0' and span = 'month'"))
                .isEqualTo(2 * 4);
        assertThat(value("select count(*) from insight_agent where name = 'Agent 9'"))
                .isEqualTo(1);
        assertThat(value("select count(*) from mention_due")).isEqualTo(2);
    }

    private static String total(String span) {
        return "dimension = 'total' and survey_id = '00000000-0000-4000-8000-000000000009' and span = '" + span + "'";
    }

    private void migrate(String target) {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(source)
                .schemas(SCHEMA)
                .locations("db/platform", "db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setSchema(SCHEMA);
            statement.execute(sql);
        }
    }

    private long value(String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setSchema(SCHEMA);
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}

package helpdesk.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PgConnection;

/** Migrations run while the former version is at work, and never make it wait for long. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MigrationTest {

    private static final String SCHEMA = "migration_test";

    @ConfigProperty(name = "quarkus.flyway.init-sql")
    String initSql;

    @Inject
    DataSource pool;

    @Inject
    Flyway flyway;

    @AfterEach
    void leave_nothing_behind() {
        Database.execute("drop schema if exists " + SCHEMA + " cascade");
    }

    @Test
    void a_migration_beside_a_long_lock_gives_up_and_can_be_repeated() throws SQLException {
        assertThat(initSql).isEqualTo("set lock_timeout = '10s'");
        flyway("0.1").migrate();
        try (Connection reader = Database.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("select count(*) from " + SCHEMA + ".outbox_event");
            assertThatThrownBy(() -> flyway("latest").migrate())
                    .isInstanceOf(FlywayException.class)
                    .hasStackTraceContaining("lock timeout");
            reader.rollback();
        }
        assertThat(flyway("latest").migrate().success).isTrue();
        assertThat(flyway("latest").migrate().migrationsExecuted).isZero();
    }

    @Test
    void sessions_wait_for_locks_no_longer_than_callers_wait_for_answers() throws SQLException {
        assertThat(setting("lock_timeout")).isEqualTo("10s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    @Test
    void migrations_may_take_as_long_as_they_need_and_requests_may_not() throws SQLException {
        try (Connection ofRequests = pool.getConnection();
                Connection ofMigrations =
                        flyway.getConfiguration().getDataSource().getConnection()) {
            assertThat(ofRequests.unwrap(PgConnection.class).getNetworkTimeout())
                    .isEqualTo(15_000);
            assertThat(ofMigrations.unwrap(PgConnection.class).getNetworkTimeout())
                    .isZero();
            assertThat(ofMigrations.getCatalog()).isEqualTo(ofRequests.getCatalog());
        }
    }

    private String setting(String name) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    /** As the services run it, but less patient. */
    private Flyway flyway(String target) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(RealParts.databaseUrl());
        source.setUser("postgres");
        source.setPassword("postgres");
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(source)
                .schemas(SCHEMA)
                .locations("db/platform")
                .initSql(initSql.replace("10s", "300ms"))
                .target(target)
                .load();
    }
}

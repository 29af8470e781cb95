package helpdesk.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.local.postgres.PostgresServer;
import helpdesk.local.postgres.PostgresSettings;
import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceDatabasesTest {

    @TempDir
    private static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(new PostgresSettings(folder.resolve("data"), 0, false, 30, "given"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void eachServiceOwnsItsDatabaseAndCanNotEnterAnothers() throws SQLException {
        Secrets secrets = Secrets.of(folder.resolve("secrets"));
        ServiceDatabases databases = new ServiceDatabases(superuser(), secrets);
        assertThat(databases.prepare()).isTrue();
        assertThat(databases.prepare()).isTrue();

        PostgresAddress ticket = databases.ownerOf(ServiceKind.TICKET);
        assertThat(ticket.user()).isEqualTo("helpdesk_ticket");
        try (Connection connection = connect(ticket, "helpdesk_ticket");
                Statement statement = connection.createStatement()) {
            statement.execute("create extension pg_trgm");
            statement.execute("create table note (text text)");
        }
        assertThatThrownBy(() -> connect(ticket, "helpdesk_customer"))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void lostPasswordsAreReplaced() throws SQLException {
        new ServiceDatabases(superuser(), Secrets.of(folder.resolve("first"))).prepare();
        ServiceDatabases databases = new ServiceDatabases(superuser(), Secrets.of(folder.resolve("second")));
        databases.prepare();
        connect(databases.ownerOf(ServiceKind.GATEWAY), "helpdesk_gateway").close();
    }

    @Test
    void aRoleThatIsNoSuperuserMayCreateThemToo() throws SQLException {
        run("create role builder login createdb createrole password 'built'");
        run("create role helpdesk_unrelated");
        for (ServiceKind service : ServiceKind.values()) {
            run("drop database if exists " + service.database());
            run("drop role if exists " + service.database());
        }
        PostgresAddress builder = new PostgresAddress(Ports.LOOPBACK, server.port(), "builder", "built");
        ServiceDatabases databases = new ServiceDatabases(builder, Secrets.of(folder.resolve("third")));
        assertThat(databases.prepare()).isTrue();
        connect(databases.ownerOf(ServiceKind.FEEDBACK), "helpdesk_feedback").close();
        for (ServiceKind service : ServiceKind.values()) {
            run("drop database " + service.database());
            run("drop role " + service.database());
        }
    }

    @Test
    void aRoleThatMayNotCreateThemNeedsExistingDatabases() throws SQLException {
        run("create role guest login password 'guest'");
        PostgresAddress guest = new PostgresAddress(Ports.LOOPBACK, server.port(), "guest", "guest");
        ServiceDatabases databases = new ServiceDatabases(guest, Secrets.of(folder.resolve("fourth")));
        new ServiceDatabases(superuser(), Secrets.of(folder.resolve("fifth"))).prepare();
        assertThat(databases.prepare()).isFalse();
        run("drop database helpdesk_notification");
        assertThatThrownBy(databases::prepare)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("helpdesk_notification does not exist")
                .hasMessageContaining("CREATEDB");
    }

    @Test
    void aServerThatIsAwayIsExplained() {
        PostgresAddress nowhere = PostgresAddress.given(Map.of(
                        "HELPDESK_POSTGRES_HOST",
                        Ports.LOOPBACK,
                        "HELPDESK_POSTGRES_PORT",
                        Integer.toString(Ports.anyFree()),
                        "HELPDESK_POSTGRES_PASSWORD",
                        "hidden"))
                .orElseThrow();
        assertThatThrownBy(() -> new ServiceDatabases(nowhere, Secrets.of(folder.resolve("sixth"))).prepare())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("see that it runs")
                .hasMessageNotContaining("hidden");
    }

    private static PostgresAddress superuser() {
        return new PostgresAddress(Ports.LOOPBACK, server.port(), server.user(), server.password());
    }

    private static void run(String command) throws SQLException {
        try (Connection connection = connect(superuser(), "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection connect(PostgresAddress address, String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), address.user(), address.password());
    }
}

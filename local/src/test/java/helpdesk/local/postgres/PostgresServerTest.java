package helpdesk.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    @Test
    void aDurableServerKeepsItsDataAndItsPasswordFromStartToStart() throws Exception {
        PostgresSettings settings = new PostgresSettings(folder.resolve("data"), 0, true, 30, null);
        String password;
        try (PostgresServer server = PostgresServer.start(settings)) {
            password = server.password();
            server.createDatabaseIfMissing("kept");
            server.createDatabaseIfMissing("kept");
            run(server, "kept", "create table note (text text)");
            run(server, "kept", "insert into note values ('Grüße')");
            assertThat(ask(server, "kept", "select setting from pg_settings where name = 'max_connections'"))
                    .isEqualTo("30");
            for (String setting : Set.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(ask(server, "kept", "show " + setting)).isEqualTo("on");
            }
        }
        try (PostgresServer server = PostgresServer.start(settings)) {
            assertThat(server.password()).isEqualTo(password);
            assertThat(ask(server, "kept", "select upper(text) from note")).isEqualTo("GRÜSSE".replace("SS", "ß"));
        }
    }

    @Test
    void aServerForTestsDoesWithoutTheDiskAndAsksForAPassword() throws Exception {
        PostgresSettings settings = new PostgresSettings(folder.resolve("data"), 0, false, 20, "given");
        try (PostgresServer server = PostgresServer.start(settings)) {
            assertThat(server.isAlive()).isTrue();
            assertThat(server.user()).isEqualTo("postgres");
            assertThat(ask(server, "postgres", "show fsync")).isEqualTo("off");
            assertThat(ask(server, "postgres", "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.exists(folder.resolve("data.password"))).isFalse();
            assertThat(server.toString() + settings).doesNotContain("given");
        }
    }

    @Test
    void theGeneratedPasswordIsReadableForItsOwnerOnly() throws IOException {
        PostgresSettings settings = new PostgresSettings(folder.resolve("data"), 0, false, 20, null);
        String password = SuperuserPassword.of(settings);
        assertThat(SuperuserPassword.of(settings)).isEqualTo(password).hasSizeGreaterThan(30);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.passwordFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void aKilledServerLeavesAFileBehindThatDoesNotHinderTheNextStart() throws Exception {
        PostgresSettings settings = new PostgresSettings(folder.resolve("data"), 0, true, 20, "given");
        try (PostgresServer server = PostgresServer.start(settings)) {
            run(server, "postgres", "create table note as select 1 as number");
            server.process().destroyForcibly().waitFor();
            assertThat(server.isAlive()).isFalse();
            awaitNobodyServes(settings.dataDirectory());
        }
        Path pidFile = settings.dataDirectory().resolve("postmaster.pid");
        assertThat(pidFile).exists();
        // The number has since been given to a program that has nothing to do with it: this one.
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);
        try (PostgresServer server = PostgresServer.start(settings, notices::add)) {
            assertThat(ask(server, "postgres", "select number from note")).isEqualTo("1");
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void anOrphanOfAKilledProcessIsStoppedFirst() throws Exception {
        Path data = folder.resolve("data");
        long orphan = OrphanedServer.leaveOn(data);
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (PostgresServer server =
                PostgresServer.start(new PostgresSettings(data, 0, false, 20, null), notices::add)) {
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(notices)
                .singleElement()
                .asString()
                .contains("process " + orphan)
                .contains("was stopped first");
        assertThat(ProcessHandle.of(orphan)).isEmpty();
    }

    @Test
    void aServerThatSomebodyLooksAfterIsLeftAlone() {
        PostgresSettings settings = new PostgresSettings(folder.resolve("data"), 0, false, 20, "given");
        try (PostgresServer server = PostgresServer.start(settings)) {
            assertThatThrownBy(() -> PostgresServer.start(settings))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
            PostgresServer.stopOrphan(settings.dataDirectory(), notices::add);
            assertThat(server.isAlive()).isTrue();
            assertThat(notices).isEmpty();
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PostgresSettings settings =
                    new PostgresSettings(folder.resolve("data"), taken.getLocalPort(), false, 20, "given");
            assertThatThrownBy(() -> PostgresServer.start(settings))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port %d is in use".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void anotherPasswordThanTheDatasIsExplained() {
        Path data = folder.resolve("data");
        PostgresServer.start(new PostgresSettings(data, 0, false, 20, "first")).close();
        assertThatThrownBy(() -> PostgresServer.start(new PostgresSettings(data, 0, false, 20, "second")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("does not accept the kept superuser password");
    }

    @Test
    void dataOfAnotherVersionIsRefused() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "13\n");
        assertThatThrownBy(() -> PostgresServer.start(new PostgresSettings(data, 0, false, 20, "given")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("belongs to PostgreSQL 13, this is 18");
    }

    @Test
    void rootRunsItAsNobodyWhereUserNamespacesAreForbidden() throws Exception {
        assumeThat(ServerAccount.isRoot() && ServerAccount.NOBODY.works()).isTrue();
        PostgresSettings settings = new PostgresSettings(folder.resolve("data"), 0, false, 20, "given");
        try (PostgresServer server = PostgresServer.start(settings, ServerAccount.NOBODY, notices::add)) {
            assertThat(ask(server, "postgres", "select 1")).isEqualTo("1");
            assertThat(Files.getOwner(settings.dataDirectory()).getName()).isEqualTo("nobody");
        }
        // The next start may be on a machine that allows them.
        try (PostgresServer server = PostgresServer.start(settings)) {
            assertThat(server.isAlive()).isTrue();
        }
    }

    private static void awaitNobodyServes(Path data) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> helpdesk.local.process.CommandLines.processesWith(PostgresServer.arguments(data))
                        .isEmpty());
    }

    private static void run(PostgresServer server, String database, String command) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String ask(PostgresServer server, String database, String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void thePortIsFreeAgainAfterTheEnd() {
        PostgresServer server =
                PostgresServer.start(new PostgresSettings(folder.resolve("data"), 0, false, 20, "given"));
        assertThat(Ports.isFree(server.port())).isFalse();
        server.close();
        server.close();
        assertThat(Ports.isFree(server.port())).isTrue();
    }
}

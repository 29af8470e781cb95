package helpdesk.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.local.postgres.PostgresServer;
import helpdesk.local.postgres.PostgresSettings;
import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import helpdesk.local.stack.PostgresAddress;
import helpdesk.local.stack.ServiceDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real PostgreSQL and the tables that the ticket service makes. */
class TicketLoadTest {

    private static final int TICKETS = 3_000;
    private static final Path MIGRATIONS =
            Path.of("..", "ticket-service", "src", "main", "resources", "db", "migration");
    private static final String DATABASE = "helpdesk_ticket";

    @TempDir
    private static Path folder;

    private static PostgresServer server;
    private static ServiceDatabase database;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(new PostgresSettings(folder.resolve("data"), 0, false, 30, "given"));
        database = new ServiceDatabase(
                ServiceKind.TICKET,
                new PostgresAddress(Ports.LOOPBACK, server.port(), server.user(), server.password()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void makeTables() throws SQLException, IOException {
        makeDatabase();
        for (Path migration : migrations()) {
            run(Files.readString(migration));
        }
        run("""
                insert into agent (id, version, username, name, title, active, sequence, created_at, updated_at)
                select gen_random_uuid(), 0, 'agent' || n, 'Agent ' || n, 'Care', n < 4, 0, now(), now()
                from generate_series(1, 4) n""");
    }

    @Test
    void everyTableIsFilledAndEveryReferenceHolds() throws SQLException {
        LoadTotals totals = load(TICKETS, 1);
        assertThat(ask("select count(*) from ticket")).isEqualTo("3000");
        assertThat(ask("select count(*) from ticket_search")).isEqualTo("3000");
        assertThat(ask("select count(*) from service_level_clock")).isEqualTo("9000");
        for (LoadedTable table : LoadedTable.values()) {
            assertThat(ask("select count(*) from " + table.sqlName())).isEqualTo(Long.toString(totals.of(table)));
        }
        for (LoadedTable table : LoadedTable.values()) {
            if (table != LoadedTable.TICKET) {
                assertThat(ask(
                                "select count(*) from %s x where not exists (select from ticket t where t.id = x.ticket_id)"
                                        .formatted(table.sqlName())))
                        .isEqualTo("0");
            }
        }
        assertThat(ask("select count(*) from ticket t where assignee_id is not null and not exists "
                        + "(select from agent a where a.id = t.assignee_id and a.active)"))
                .isEqualTo("0");
        assertThat(ask("select count(*) from pg_constraint where not convalidated"))
                .isEqualTo("0");
        assertThat(ask("select count(distinct status) from ticket")).isEqualTo("6");
        assertThat(ask("select count(*) > 2400 from ticket where status = 'CLOSED'"))
                .isEqualTo("t");
        assertThat(ask("select group_name from ticket group by 1 order by count(*) desc limit 1"))
                .isEqualTo("support");
    }

    @Test
    void historiesAreContiguousAndEndAtTheTicketsVersion() throws SQLException {
        load(TICKETS, 1);
        assertThat(ask("""
                select count(*) from ticket t where (
                    select array_agg(distinct version order by version) from ticket_change c where c.ticket_id = t.id)
                    is distinct from (select array_agg(v) from generate_series(0, t.version) v)""")).isEqualTo("0");
        assertThat(ask("""
                select count(*) from ticket t where lower(t.status) is distinct from (
                    select to_value #>> '{}' from ticket_change c where c.ticket_id = t.id and field = 'status'
                    order by version desc limit 1)""")).isEqualTo("0");
        assertThat(ask("""
                select count(*) from ticket_comment m where not exists (
                    select from ticket_change c where c.ticket_id = m.ticket_id and field = 'comment'
                    and to_value #>> '{}' = m.id::text)""")).isEqualTo("0");
    }

    @Test
    void solvedTicketsHaveNoRunningClock() throws SQLException {
        load(TICKETS, 1);
        assertThat(ask("select count(*) from service_level_clock c join ticket t on t.id = c.ticket_id "
                        + "where t.status in ('RESOLVED', 'CLOSED') and c.met_at is null"))
                .isEqualTo("0");
        assertThat(
                        ask(
                                "select count(*) from service_level_clock c join ticket t on t.id = c.ticket_id "
                                        + "where t.status not in ('RESOLVED', 'CLOSED') and c.metric = 'RESOLUTION' and c.met_at is null"))
                .isEqualTo(ask("select count(*) from ticket where status not in ('RESOLVED', 'CLOSED')"));
    }

    @Test
    void numbersGoOnBehindTheLoadedOnes() throws SQLException {
        load(TICKETS, 1);
        assertThat(ask("select min(number) || ' ' || max(number) from ticket")).isEqualTo("1001 4000");
        assertThat(ask("select nextval('ticket_number')")).isEqualTo("4001");
    }

    @Test
    void commonAndRareWordsFindTicketsThatHaveThem() throws SQLException {
        load(TICKETS, 1);
        String common = "from ticket t join ticket_search s on s.ticket_id = t.id where s.document @@ 'order'::tsquery";
        assertThat(Integer.parseInt(ask("select count(*) " + common))).isBetween(200, 2000);
        assertThat(ask("select count(*) " + common + " and not " + said("\\morder\\M")))
                .isEqualTo("0");
        String serial = ask("select (regexp_match(description, 'SN-\\d{5}-[A-Z]'))[1] from ticket "
                + "where description ~ 'SN-\\d{5}' order by number limit 1");
        String rare = "from ticket t join ticket_search s on s.ticket_id = t.id where s.document @@ '%s'::tsquery"
                .formatted(serial.toLowerCase(Locale.ROOT).replace("-", " <-> "));
        assertThat(Integer.parseInt(ask("select count(*) " + rare))).isBetween(1, 3);
        assertThat(ask("select count(*) " + rare + " and not " + said(serial))).isEqualTo("0");
        assertThat(ask("select number from ticket t join ticket_search s on s.ticket_id = t.id "
                        + "where s.document @@ 'hd <-> 1042'::tsquery"))
                .isEqualTo("1042");
    }

    @Test
    void theSameSeedGivesTheSameAndAnotherGivesOthers() throws SQLException, IOException {
        load(TICKETS, 1);
        String first = content();
        makeTables();
        load(TICKETS, 1);
        assertThat(content()).isEqualTo(first);
        makeTables();
        load(TICKETS, 2);
        assertThat(content()).isNotEqualTo(first);
    }

    @Test
    void aSecondRunAddsOthers() throws SQLException {
        load(1_500, 1);
        load(1_500, 1);
        assertThat(ask("select count(*) from ticket")).isEqualTo("3000");
        assertThat(ask("select count(distinct description) > 2990 from ticket")).isEqualTo("t");
    }

    @Test
    void withoutAnybodyWhoWorksHereNothingIsResolved() throws SQLException {
        run("update agent set active = false");
        load(500, 1);
        assertThat(ask("select count(*) from ticket where status = 'RESOLVED' or assignee_id is not null"))
                .isEqualTo("0");
    }

    @Test
    void oneThatWasStoppedLeavesWholeTickets() throws SQLException {
        LoadTotals totals = new LoadTotals();
        TicketLoad load = new TicketLoad(database, LoadOrder.of(TICKETS, 1, Instant.now()), totals);
        load.stop();
        load.run();
        assertThat(totals.all()).isZero();
        assertThat(ask("select count(*) from ticket")).isEqualTo("0");
    }

    @Test
    void aFailureStopsAllAndIsExplained() throws SQLException {
        run("alter table ticket_change add constraint refused check (version < 5)");
        assertThatThrownBy(() -> load(TICKETS, 1))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("The load ended after 0 tickets")
                .hasMessageContaining("refused");
        assertThat(ask("select count(*) from ticket")).isEqualTo("0");
    }

    @Test
    void anOlderDatabaseIsRefused() throws SQLException {
        makeDatabase();
        assertThatThrownBy(() -> load(1, 1)).isInstanceOf(StartFailure.class).hasMessageContaining("./helpdesk up");
    }

    private static LoadTotals load(long tickets, long seed) {
        LoadTotals totals = new LoadTotals();
        TicketLoad load = new TicketLoad(database, LoadOrder.of(tickets, seed, Instant.now()), totals);
        load.run();
        load.tidy();
        assertThat(load.databaseBytes()).isPositive();
        return totals;
    }

    /** Everything that does not depend on the time of the load and the ids of the agents. */
    private static String content() throws SQLException {
        return ask(
                "select md5(string_agg(concat_ws('|', number, subject, description, status, type, channel, priority, "
                        + "tags, category, requester_name, email, custom_fields, document), '|' order by number)) "
                        + "from ticket t join ticket_search s on s.ticket_id = t.id");
    }

    private static String said(String pattern) {
        return "(concat_ws(' ', t.subject, t.description, t.requester_name, (select string_agg(body, ' ') "
                + "from ticket_comment c where c.ticket_id = t.id)) ~* '%s')".formatted(pattern);
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.sorted(Comparator.comparingInt(TicketLoadTest::version))
                    .toList();
        }
    }

    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
    }

    private static void makeDatabase() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(name), server.user(), server.password());
    }
}

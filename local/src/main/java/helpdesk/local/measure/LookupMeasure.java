package helpdesk.local.measure;

import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.ServiceDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fills the database of customers up to a number of profiles, and measures how fast somebody is found who makes contact. Each
 * made-up customer has a mail address, a phone number, three lines of timeline and a ticket; one has 100,000 lines and 20,000
 * open tickets.
 */
public final class LookupMeasure {

    private static final int BATCH = 50_000;
    private static final int SAMPLE = 500;

    /** Its number is the first; the others have the numbers behind it. */
    private static final String FILL = """
            with fresh as (
                insert into customer (id, version, name, languages, contacts, last_contact_at, writable_since, created_at, updated_at)
                select uuidv7(), 0, 'Person ' || n, '{en}', 1, now(), 0, now(), now()
                from generate_series(%1$d, %2$d) as n returning id, name
            ), numbered as (
                select id, cast(substring(name from 8) as bigint) as n from fresh
            ), addresses as (
                insert into customer_identity (kind, network, value, written, position, customer_id)
                select 'email', '', 'person-' || n || '@load.example', 'person-' || n || '@load.example', 0, id from numbered
                union all
                select 'phone', '', '+4930' || (10000000 + n), '+4930' || (10000000 + n), 0, id from numbered
            ), tickets as (
                insert into ticket_customer (ticket_id, customer_id, linked_at, number, subject, status, sequence, changed_at)
                select uuidv7(), id, now(), 'HD-' || n, 'Where is my order?', case n %% 3 when 0 then 'open' else 'closed' end, 0,
                    now()
                from numbered
            )
            insert into timeline_entry
                (id, customer_id, at, kind, summary, source, event_source, event_id, by_customer)
            select uuidv7(), id, now() - line * interval '1 day', kind, 'Something happened', 'load', '/load', n || '-' || line,
                kind = 'ticket.opened'
            from numbered
            cross join (values (1, 'ticket.opened'), (2, 'ticket.commented'), (3, 'ticket.closed')) as lines (line, kind)""";

    private static final String BUSY = """
            with busy as (select customer_id as id from customer_identity where kind = 'email' and value = ?),
            tickets as (
                insert into ticket_customer (ticket_id, customer_id, linked_at, number, subject, status, sequence, changed_at)
                select uuidv7(), busy.id, now(), 'HD-B' || n, 'Disk is full', 'open', 0, now() - n * interval '1 minute'
                from busy cross join generate_series(1, 20000) as n
                where not exists (select 1 from ticket_customer where customer_id = busy.id and number = 'HD-B1')
            )
            insert into timeline_entry (id, customer_id, at, kind, summary, source, event_source, event_id)
            select uuidv7(), busy.id, now() - n * interval '1 minute', 'ticket.commented', 'Something happened', 'load', '/busy',
                'line-' || n
            from busy cross join generate_series(1, 100000) as n
            on conflict do nothing""";

    private final ServiceDatabase database;
    private final HelpdeskApi gateway;
    private final HelpdeskApi service;
    private final Console console;

    /**
     * @param database of customer-service
     * @param service customer-service directly
     */
    public LookupMeasure(ServiceDatabase database, HelpdeskApi gateway, HelpdeskApi service, Console console) {
        this.database = database;
        this.gateway = gateway;
        this.service = service;
        this.console = console;
    }

    /** Fills, asks, and shows a table. */
    public void run(int customers, int rounds) {
        try (Connection connection = database.open()) {
            fill(connection, customers);
        } catch (SQLException e) {
            throw new StartFailure("The database of customers could not be filled: " + e.getMessage());
        }
        List<Integer> some = new Random(1).ints(SAMPLE, 1, customers).boxed().toList();
        List<String> mails = some.stream().map(LookupMeasure::mail).toList();
        List<String> phones = some.stream()
                .map(number -> "/contact-cards?phone=%2B4930" + (10_000_000 + number))
                .toList();
        List<String> nobody = IntStream.range(0, SAMPLE)
                .mapToObj(number -> "/contact-cards?email=nobody-" + number + "@load.example")
                .toList();
        Table table = new Table(1, 2, 3, 4).row("milliseconds, at the service", "p50", "p95", "p99", "most");
        table.row(Timing.of(service, "card by mail address", mails, rounds));
        table.row(Timing.of(service, "card by phone number", phones, rounds));
        table.row(Timing.of(service, "card of nobody", nobody, rounds));
        table.row(Timing.of(service, "card of somebody with 20,000 open tickets", List.of(mail(0)), rounds));
        table.row(Timing.of(
                service,
                "profile by mail address",
                some.stream()
                        .map(number -> "/customers?email=person-" + number + "@load.example")
                        .toList(),
                rounds));
        table.row(Timing.of(gateway, "through the gateway: card by phone number", phones, rounds));
        table.lines().forEach(console::line);
    }

    private static void compare(Connection connection, String way) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table customer %s trigger customer_is_to_be_compared".formatted(way));
            statement.execute("alter table customer_identity %s trigger identity_is_to_be_compared".formatted(way));
        }
    }

    private void fill(Connection connection, int customers) throws SQLException {
        long present = present(connection);
        // These people are nobody's duplicates: to compare them all would be measured, too.
        compare(connection, "disable");
        for (long first = present; first < customers; first += BATCH) {
            long last = Math.min(first + BATCH, customers) - 1;
            try (Statement statement = connection.createStatement()) {
                statement.execute(FILL.formatted(first, last));
            }
            progress(last + 1, customers);
        }
        compare(connection, "enable");
        if (present < customers || !isMeasurable(connection)) {
            try (PreparedStatement busy = connection.prepareStatement(BUSY)) {
                busy.setString(1, "person-0@load.example");
                busy.execute();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum (analyze) customer, customer_identity, ticket_customer, timeline_entry");
            }
        }
        if (console.canRewrite()) {
            console.rewrite("");
        }
    }

    /** Whether all was filled in before, to the end. */
    private static boolean isMeasurable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select 1 from ticket_customer where number = 'HD-B1' limit 1")) {
            return row.next();
        }
    }

    private void progress(long filled, int customers) {
        String line = "  %,d of %,d customers (%d %%)".formatted(filled, customers, filled * 100 / customers);
        if (console.canRewrite()) {
            console.rewrite(line);
        } else {
            console.line(line);
        }
    }

    /** How many were made here before: their numbers have no gaps. */
    private static long present(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from customer_identity where kind = 'email' and value like 'person-%@load.example'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String mail(int number) {
        return "/contact-cards?email=person-" + number + "@load.example";
    }
}

package helpdesk.local.measure;

import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.process.Part;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.Replicas;
import helpdesk.local.stack.ServiceDatabase;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the promises of many clocks pass within a minute, while several processes of the ticket service run and one of them is killed, and
 * tells whether each was told once, and how late. It makes clocks of the stack late: for stacks that are there for measuring.
 */
public final class AlarmMeasure {

    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final Duration SPREAD = Duration.ofSeconds(60);
    private static final Duration BEHIND = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration MOST_JUDGING = Duration.ofMinutes(15);

    private static final String OUTDATED =
            "select count(*) from service_level_clock where met_at is null and edition < (select number from policy_edition)";

    private static final String PICK = """
            create temp table late as
            select id, ticket_id, row_number() over (order by id) as place from (
                select id, ticket_id from service_level_clock
                where metric = 'RESOLUTION' and met_at is null and paused_at is null and promise_at is not null
                limit ?) picked""";

    /** Their goals count as told, and what was late before is in time again, so that what is measured is the promise alone. */
    private static final String SET = """
            update service_level_clock c
            set warned_at = coalesce(warned_at, now()), breached_at = null, goal_at = least(goal_at, now()),
                promise_at = now() + make_interval(secs => ? + late.place * ? / (select count(*) from late))
            from late where late.id = c.id""";

    private static final String LOOK = """
            select count(*) filter (where c.promise_at <= now()), count(*) filter (where c.breached_at is not null)
            from late join service_level_clock c on c.id = late.id""";

    private static final String LATENESS = """
            select percentile_disc(array[0.5, 0.99, 1]) within group (order by extract(epoch from c.breached_at - c.promise_at))
            from late join service_level_clock c on c.id = late.id where c.breached_at is not null""";

    private static final String DOUBLES = """
            select count(*) from (
                select h.ticket_id from late join ticket_change h on h.ticket_id = late.ticket_id
                where h.field = 'serviceLevel.resolution' and h.to_value = '"breached"' and h.at >= ?
                group by h.ticket_id having count(*) > 1) twice""";

    private final ServiceDatabase database;
    private final Replicas replicas;
    private final Console console;

    public AlarmMeasure(ServiceDatabase database, Replicas replicas, Console console) {
        this.database = database;
        this.replicas = replicas;
        this.console = console;
    }

    /**
     * Measures and shows a table.
     *
     * @param late how many promises pass
     * @param processes how many processes there are in all, one of which is killed when there are several
     * @return whether each was told, and none twice
     */
    public boolean run(int late, int processes) {
        List<Part.RunningPart> started = new ArrayList<>();
        Thread stopper = new Thread(() -> stop(started), "stopper");
        Runtime.getRuntime().addShutdownHook(stopper);
        try (Connection connection = database.open()) {
            for (int number = 2; number <= processes; number++) {
                console.line("Starting process %d of the ticket service.".formatted(number));
                started.add(replicas.start("ticket-service-" + number));
            }
            long open = number(connection, "select count(*) from service_level_clock where met_at is null");
            awaitJudged(connection);
            prepare(connection, late);
            Instant begin = Instant.now();
            long told = watch(connection, late, begin, started);
            return report(connection, open, late, told, processes, begin);
        } catch (SQLException e) {
            throw new StartFailure("The ticket database can't be asked: %s.".formatted(e.getMessage()), e);
        } finally {
            stop(started);
        }
    }

    /** What is judged anew gets its promise anew. */
    private void awaitJudged(Connection connection) throws SQLException {
        Instant end = Instant.now().plus(MOST_JUDGING);
        long open = number(connection, OUTDATED);
        while (open > 0) {
            if (Instant.now().isAfter(end)) {
                throw new StartFailure(
                        "%d clocks wait for being judged by the current policies: see './helpdesk logs ticket-service'."
                                .formatted(open));
            }
            show("%,d clocks are judged by the current policies first".formatted(open), false);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            open = number(connection, OUTDATED);
        }
    }

    private static void prepare(Connection connection, int late) throws SQLException {
        try (PreparedStatement pick = connection.prepareStatement(PICK)) {
            pick.setInt(1, late);
            pick.execute();
        }
        long picked = number(connection, "select count(*) from late");
        if (picked < late) {
            throw new StartFailure(
                    "Only %d clocks run that could be late: load more tickets, or measure with '--late %d'."
                            .formatted(picked, picked));
        }
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setDouble(1, BEFORE.toSeconds());
            set.setDouble(2, SPREAD.toSeconds());
            set.executeUpdate();
        }
    }

    private long watch(Connection connection, int late, Instant begin, List<Part.RunningPart> started)
            throws SQLException {
        Instant end = begin.plus(BEFORE).plus(SPREAD).plus(BEHIND);
        Instant kill = begin.plus(BEFORE).plus(SPREAD.dividedBy(2));
        boolean alive = !started.isEmpty();
        long told = 0;
        while (told < late && Instant.now().isBefore(end)) {
            if (alive && Instant.now().isAfter(kill)) {
                started.getLast().process().destroyForcibly();
                alive = false;
                show("One process was killed, in the middle of it.", true);
            }
            try (Statement look = connection.createStatement();
                    ResultSet row = look.executeQuery(LOOK)) {
                row.next();
                told = row.getLong(2);
                show("%,d due, %,d told".formatted(row.getLong(1), told), false);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        if (console.canRewrite()) {
            console.rewrite("");
        }
        return told;
    }

    private boolean report(Connection connection, long open, int late, long told, int processes, Instant begin)
            throws SQLException {
        long doubles;
        try (PreparedStatement statement = connection.prepareStatement(DOUBLES)) {
            statement.setObject(1, begin.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                doubles = row.getLong(1);
            }
        }
        Table table = new Table(1)
                .row("open clocks", "%,d".formatted(open))
                .row("processes", processes + (processes > 1 ? ", one killed" : ""))
                .row("promises that passed in a minute", "%,d".formatted(late))
                .row("told", "%,d".formatted(told))
                .row("told twice", "%,d".formatted(doubles));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LATENESS)) {
            row.next();
            Array percentiles = row.getArray(1);
            if (percentiles != null) {
                Object[] seconds = (Object[]) percentiles.getArray();
                table.row("lateness p50", seconds(seconds[0]))
                        .row("lateness p99", seconds(seconds[1]))
                        .row("lateness at most", seconds(seconds[2]));
            }
        }
        table.lines().forEach(console::line);
        return told == late && doubles == 0;
    }

    private void show(String text, boolean lasting) {
        if (lasting) {
            if (console.canRewrite()) {
                console.rewrite("");
            }
            console.line(text);
        } else if (console.canRewrite()) {
            console.rewrite("  " + text);
        }
    }

    private static void stop(List<Part.RunningPart> started) {
        List.copyOf(started).forEach(Part.RunningPart::stop);
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String seconds(Object value) {
        return String.format(Locale.ROOT, "%.2f s", ((Number) value).doubleValue());
    }
}

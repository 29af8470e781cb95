package helpdesk.local.measure;

import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.ServiceDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Fills the database of feedback up to a number of answers, and measures how fast a supervisor learns what customers say. */
public final class InsightMeasure {

    private static final int PERIODS = 25;
    private static final int MONTH = 30;
    private static final int YEAR = 365;

    private final ServiceDatabase database;
    private final Supplier<HelpdeskApi> service;
    private final Console console;

    /**
     * @param database of feedback-service
     * @param service enters feedback-service directly; for each question anew, because filling takes longer than a token lasts
     */
    public InsightMeasure(ServiceDatabase database, Supplier<HelpdeskApi> service, Console console) {
        this.database = database;
        this.service = service;
        this.console = console;
    }

    /** Fills, asks, and shows a table. */
    public void run(int answers, int rounds) {
        try (Connection connection = database.open()) {
            new MadeUpFeedback(console).fill(connection, answers);
        } catch (SQLException e) {
            throw new StartFailure("The database of feedback could not be filled: " + e.getMessage());
        }
        Table table = new Table(1, 2, 3, 4).row("milliseconds, at the service", "p50", "p95", "p99", "most");
        row(table, "by agent, a month", "?by=agent", MONTH, rounds);
        row(table, "by agent, a year", "?by=agent", YEAR, rounds);
        row(table, "by agent, a year, one survey", "?by=agent&surveyId=" + MadeUpFeedback.SURVEY, YEAR, rounds);
        row(table, "by category, a year", "?by=category", YEAR, rounds);
        row(table, "by survey, a year", "?by=survey", YEAR, rounds);
        row(table, "trend by week, a year", "?by=week", YEAR, rounds);
        row(table, "trend by day of one team, a year", "?by=day&team=team-7", YEAR, rounds);
        row(table, "NPS of all together, a year", "?by=total", YEAR, rounds);
        row(table, "reasons, a month", "/words?about=reasons", MONTH, rounds);
        row(table, "reasons, a year", "/words?about=reasons", YEAR, rounds);
        row(table, "improvements in German, a year", "/words?about=improvements&language=de", YEAR, rounds);
        row(table, "competitors, a year", "/words?about=competitors", YEAR, rounds);
        table.lines().forEach(console::line);
    }

    /** Of periods that begin and end in the middle of days, none like the one before. */
    private void row(Table table, String name, String question, int days, int rounds) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<String> paths = IntStream.range(0, PERIODS)
                .mapToObj(place -> now.minus(Duration.ofHours(31L * place)))
                .map(to -> "/survey-insight%s&from=%s&to=%s".formatted(question, to.minus(Duration.ofDays(days)), to))
                .toList();
        table.row(Timing.of(service.get(), name, paths, rounds));
    }
}

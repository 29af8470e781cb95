package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.load.LoadTotals;
import helpdesk.local.load.LoadedTable;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows how far a load is: a line that is rewritten on a terminal, otherwise a line now and then. */
final class LoadProgress implements AutoCloseable {

    private static final Duration BETWEEN_REWRITES = Duration.ofMillis(500);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Console console;
    private final LoadTotals totals;
    private final long tickets;
    private final long begin = System.nanoTime();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    /** @param tickets how many are to be loaded */
    LoadProgress(Console console, LoadTotals totals, long tickets) {
        this.console = console;
        this.totals = totals;
        this.tickets = tickets;
        long pause = (console.canRewrite() ? BETWEEN_REWRITES : BETWEEN_LINES).toMillis();
        ticker.scheduleAtFixedRate(this::show, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** @return since the beginning */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        ticker.close();
        if (console.canRewrite()) {
            console.rewrite("");
        }
    }

    private void show() {
        String line = line(totals.of(LoadedTable.TICKET), tickets, totals.all(), elapsed());
        if (console.canRewrite()) {
            console.rewrite(line);
        } else {
            console.line(line);
        }
    }

    /** @return percent, rows, rows a second on average, and the time that the rest takes at that pace */
    static String line(long loaded, long tickets, long rows, Duration elapsed) {
        double seconds = elapsed.toNanos() / 1e9;
        String left = loaded == 0 ? "?" : inWords((long) Math.ceil(seconds / loaded * (tickets - loaded)));
        return String.format(
                Locale.ROOT,
                "  %3d %%  %,d tickets  %,d rows  %,d rows/s  %s left",
                loaded * 100 / tickets,
                loaded,
                rows,
                (long) (rows / seconds),
                left);
    }

    private static String inWords(long seconds) {
        return seconds < 60 ? seconds + " s" : "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }
}

package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.load.LoadOrder;
import helpdesk.local.load.LoadTotals;
import helpdesk.local.load.LoadedTable;
import helpdesk.local.load.TicketLoad;
import helpdesk.local.stack.ServiceDatabase;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One load, shown to a person, and ended cleanly by Ctrl-C.
 *
 * @param database to fill
 * @param order what to load
 * @param console who watches
 */
record LoadRun(ServiceDatabase database, LoadOrder order, Console console) {

    /** A batch takes a second or so; a database that hangs is not waited for. */
    private static final int STOP_SECONDS = 60;

    /** @return the exit code; one that was interrupted has 130, whatever this says */
    int run() {
        LoadTotals totals = new LoadTotals();
        TicketLoad load = new TicketLoad(database, order, totals);
        CountDownLatch done = new CountDownLatch(1);
        Thread stopper = new Thread(() -> stop(load, done), "stopper");
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            console.line(
                    "Loading %s made-up tickets with seed %d into the ticket database. They are for measuring: no events are sent, so other services do not learn of them."
                            .formatted(number(order.tickets()), order.seed()));
            console.line("All indexes stay, and the services go on. Ctrl-C ends it with whole tickets.");
            Duration loading = load(load, totals);
            Table report = report(totals, loading);
            if (load.isStopped()) {
                console.line("Ended before all was loaded; what is shown here stays.");
            } else {
                console.line("Loaded. Now the tables get statistics (vacuum analyze).");
                report.row("seconds after it", seconds(tidy(load)));
            }
            report.row("size of database", number(load.databaseBytes() / 1024 / 1024) + " MB");
            report.lines().forEach(console::line);
            return load.isStopped() ? 1 : 0;
        } finally {
            done.countDown();
            forget(stopper);
        }
    }

    private Duration load(TicketLoad load, LoadTotals totals) {
        try (LoadProgress progress = new LoadProgress(console, totals, order.tickets())) {
            load.run();
            return progress.elapsed();
        }
    }

    private static Duration tidy(TicketLoad load) {
        long begin = System.nanoTime();
        load.tidy();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Table report(LoadTotals totals, Duration loading) {
        Table table = new Table(1).row("table", "rows");
        for (LoadedTable each : LoadedTable.values()) {
            table.row(each.sqlName(), number(totals.of(each)));
        }
        double seconds = Math.max(loading.toMillis(), 1) / 1000.0;
        return table.row("all", number(totals.all()))
                .row("rows/s", number((long) (totals.all() / seconds)))
                .row("tickets/s", number((long) (totals.of(LoadedTable.TICKET) / seconds)))
                .row("seconds", seconds(loading));
    }

    private void stop(TicketLoad load, CountDownLatch done) {
        console.line();
        console.line("Ending after the running batches.");
        load.stop();
        try {
            done.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread stopper) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
        } catch (IllegalStateException shuttingDown) {
            // It is what waits for us.
            return;
        }
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

package helpdesk.local.load;

import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.ServiceDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Fills the ticket database. Whole tickets are written, many in one transaction, over several connections at once. Nothing is
 * told to other services.
 *
 * <p>The indexes stay, and every reference is checked. Two cores write some 50,000 rows a second that way. Without the
 * secondary indexes they wrote 72,000, but making those of a million tickets anew took 94 s, which is all that was won; and
 * meanwhile the services' lists would read whole tables, and their writes would wait.
 */
public final class TicketLoad {

    /** One prepares its next batch while the database works on another's. */
    private static final int CONNECTIONS = 3;

    /** Some five megabytes of rows. */
    private static final int BATCH_TICKETS = 1_000;

    private final ServiceDatabase database;
    private final LoadOrder order;
    private final LoadTotals totals;
    private volatile boolean stopped;

    /** @param totals told what is loaded for good */
    public TicketLoad(ServiceDatabase database, LoadOrder order, LoadTotals totals) {
        this.database = database;
        this.order = order;
        this.totals = totals;
    }

    /**
     * Loads everything, or until {@link #stop()}.
     *
     * @throws StartFailure if the database refuses; what was loaded until then stays
     */
    public void run() {
        try (Connection connection = database.open()) {
            requireTables(connection);
            load(new TicketNumbers(connection, order.tickets(), BATCH_TICKETS));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Ends it after the batches that are being written; they are complete then. */
    public void stop() {
        stopped = true;
    }

    /** @return whether it was stopped */
    public boolean isStopped() {
        return stopped;
    }

    /** Gives the database what it needs for good plans: fresh statistics, and which pages hold nothing but what all can see. */
    public void tidy() {
        String tables =
                Arrays.stream(LoadedTable.values()).map(LoadedTable::sqlName).collect(Collectors.joining(", "));
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '256MB'");
            statement.execute("vacuum (analyze) " + tables);
        } catch (SQLException e) {
            throw new StartFailure(
                    "All tickets are loaded, but 'vacuum (analyze)' failed (%s): see that PostgreSQL runs, it will do so by itself later."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** @return the size of the whole ticket database in bytes */
    public long databaseBytes() {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void load(TicketNumbers numbers) {
        List<Future<Void>> loaders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int count = 0; count < CONNECTIONS; count++) {
                loaders.add(threads.submit(() -> loadBatches(numbers)));
            }
        }
        for (Future<Void> loader : loaders) {
            if (loader.state() == Future.State.FAILED) {
                throw failure(loader.exceptionNow());
            }
        }
    }

    /** When one fails, the others end too. */
    private Void loadBatches(TicketNumbers numbers) throws SQLException {
        boolean complete = false;
        try {
            new BatchLoader(database, order, numbers, totals, () -> stopped).run();
            complete = true;
            return null;
        } finally {
            if (!complete) {
                stop();
            }
        }
    }

    private StartFailure failure(Throwable cause) {
        return new StartFailure(
                "The load ended after %d tickets, which stay (%s): see that PostgreSQL runs and has space on its disk, then load the rest."
                        .formatted(totals.of(LoadedTable.TICKET), cause.getMessage()),
                cause);
    }

    private static void requireTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select to_regclass('ticket_search') is not null")) {
            found.next();
            if (!found.getBoolean(1)) {
                throw new StartFailure(
                        "The ticket database has not the tables of this version: wait until './helpdesk status' shows the ticket-service as ready, or start this version with './helpdesk down' and './helpdesk up'.");
            }
        }
    }
}

package helpdesk.local.load;

import helpdesk.local.stack.ServiceDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Loads one batch after the other over a connection of its own, each in one transaction, until there are none left. */
final class BatchLoader {

    private static final int MESSAGE_BYTES = 64 * 1024;

    /** Losing the last batches with the power is no loss here; and words are put into their index in large portions. */
    private static final List<String> SETTINGS = List.of(
            "set synchronous_commit = off",
            "set gin_pending_list_limit = '32MB'",
            "set work_mem = '64MB'",
            "set maintenance_work_mem = '128MB'");

    private final ServiceDatabase database;
    private final LoadOrder order;
    private final TicketNumbers numbers;
    private final LoadTotals totals;
    private final BooleanSupplier stopped;
    private final TicketBatch batch = new TicketBatch();

    BatchLoader(
            ServiceDatabase database,
            LoadOrder order,
            TicketNumbers numbers,
            LoadTotals totals,
            BooleanSupplier stopped) {
        this.database = database;
        this.order = order;
        this.numbers = numbers;
        this.totals = totals;
        this.stopped = stopped;
    }

    void run() throws SQLException {
        try (Connection connection = database.open()) {
            try (Statement statement = connection.createStatement()) {
                for (String setting : SETTINGS) {
                    statement.execute(setting);
                }
            }
            TicketWriter writer = new TicketWriter(order, Colleague.active(connection), new Vocabulary(), batch);
            connection.setAutoCommit(false);
            while (!stopped.getAsBoolean()) {
                Optional<TicketNumbers.Block> block = numbers.next();
                if (block.isEmpty()) {
                    return;
                }
                fill(writer, block.get());
                copy(connection);
                connection.commit();
                totals.add(batch);
            }
        }
    }

    private void fill(TicketWriter writer, TicketNumbers.Block block) {
        batch.clear();
        for (int place = 0; place < block.numbers().length; place++) {
            writer.add(block.numbers()[place], order.position(block.first() + place));
        }
    }

    private void copy(Connection connection) throws SQLException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (LoadedTable table : LoadedTable.values()) {
            CopyBuffer rows = batch.of(table);
            CopyIn copy = copies.copyIn(table.copy());
            for (int sent = 0; sent < rows.length(); sent += MESSAGE_BYTES) {
                copy.writeToCopy(rows.bytes(), sent, Math.min(MESSAGE_BYTES, rows.length() - sent));
            }
            copy.endCopy();
        }
    }
}

package helpdesk.local.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Hands out what is to be loaded, batch by batch, the oldest first. The numbers come from the sequence that the ticket service
 * takes its own from, so neither ever gets a number of the other.
 */
final class TicketNumbers {

    private static final String TAKE = "select nextval('ticket_number') from generate_series(1, ?)";

    private final Connection connection;
    private final long tickets;
    private final int batchSize;
    private long taken;

    /**
     * @param connection for this alone, with every statement a transaction
     * @param tickets how many are handed out in all
     * @param batchSize how many at once
     */
    TicketNumbers(Connection connection, long tickets, int batchSize) {
        this.connection = connection;
        this.tickets = tickets;
        this.batchSize = batchSize;
    }

    /** The next ones; nothing when all are handed out. */
    synchronized Optional<Block> next() throws SQLException {
        int size = (int) Math.min(batchSize, tickets - taken);
        if (size == 0) {
            return Optional.empty();
        }
        long[] numbers = new long[size];
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, size);
            try (ResultSet rows = statement.executeQuery()) {
                for (int place = 0; rows.next(); place++) {
                    numbers[place] = rows.getLong(1);
                }
            }
        }
        Block block = new Block(taken, numbers);
        taken += size;
        return Optional.of(block);
    }

    /**
     * The tickets of a batch.
     *
     * @param first the place of the first among all that are loaded, from 0
     * @param numbers their numbers; growing, with gaps where the ticket service took one
     */
    record Block(long first, long[] numbers) {}
}

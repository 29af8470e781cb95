package helpdesk.platform.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The advisory lock that lets one relay of a service's database be active at a time. It lives as long as its session. */
final class RelayLock {

    /** Any constant does: advisory locks are per database, and each service has its own. */
    private static final long KEY = 0x6865_6c70_6f75_74L;

    private RelayLock() {}

    static boolean tryAcquire(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        return call(connection, "select pg_try_advisory_lock(" + KEY + ")");
    }

    /** Gives the lock back before the connection returns to its pool. A broken connection has lost it anyway. */
    static void release(Connection connection) throws SQLException {
        if (connection.isValid(1)) {
            call(connection, "select pg_advisory_unlock(" + KEY + ")");
        }
    }

    private static boolean call(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }
}

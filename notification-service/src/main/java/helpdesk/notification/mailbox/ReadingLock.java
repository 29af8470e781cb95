package helpdesk.notification.mailbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The advisory lock that lets one process at a time read the mail server. It lives as long as its session. */
final class ReadingLock {

    /** Any constant does that no other lock of this database has. */
    private static final long KEY = 0x6d61_696c_626f_78L;

    private static final int PATIENCE_SECONDS = 2;

    private ReadingLock() {}

    static boolean tryAcquire(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        return call(connection, "select pg_try_advisory_lock(" + KEY + ")");
    }

    /** Whether it is still ours: it is gone when the session is. */
    static boolean isHeld(Connection connection) throws SQLException {
        return connection.isValid(PATIENCE_SECONDS);
    }

    static void release(Connection connection) throws SQLException {
        if (connection.isValid(PATIENCE_SECONDS)) {
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

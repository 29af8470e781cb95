package helpdesk.testing;

import helpdesk.local.process.Signals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What goes wrong in production, on purpose. Each fault ends when it is closed. */
public final class Faults {

    private Faults() {}

    /** A fault that lasts until it is closed. */
    @FunctionalInterface
    public interface Fault extends AutoCloseable {
        @Override
        void close();
    }

    /** Freezes the broker: connections stay open, and nothing answers. */
    public static Fault frozenBroker() {
        long pid = RealParts.kafkaPid();
        Signals.send(pid, "STOP");
        return () -> Signals.send(pid, "CONT");
    }

    /** Ends all sessions of the services' database and refuses new ones. */
    public static Fault databaseAway() {
        String name = Database.value(String.class, "select current_database()");
        beside("alter database " + name + " with allow_connections false");
        beside("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '" + name + "'");
        return () -> beside("alter database " + name + " with allow_connections true");
    }

    /** Ends the sessions that hold an advisory lock of the session, as the outbox relay's does; returns how many. */
    public static long endRelaySessions() {
        return beside("""
                select count(pg_terminate_backend(pid)) from pg_locks
                where locktype = 'advisory' and objsubid = 1 and granted""");
    }

    private static long beside(String sql) {
        try (Connection connection = RealParts.connectBeside();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package helpdesk.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The database of the test run, looked at from the side: sessions of the test's own, not of the service's pool. */
public final class Database {

    private Database() {}

    /** A session of the test's own, to be closed by it. */
    public static Connection connect() {
        try {
            return RealParts.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement and commits it; returns how many rows it touched. */
    public static int execute(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one value that a query gives, for example a count. */
    public static <T> T value(Class<T> type, String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new AssertionError("No row: " + sql);
            }
            return row.getObject(1, type);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows a query finds, as {@code count("ticket where number = ?", 7)}. */
    public static long count(String fromAndWhere, Object... parameters) {
        return value(Long.class, "select count(*) from " + fromAndWhere, parameters);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}

package helpdesk.local.postgres;

import helpdesk.local.process.Ports;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The superuser's way into a server on this machine.
 *
 * @param port of 127.0.0.1
 * @param password the superuser's
 */
record PostgresConnection(int port, String password) {

    private static final String DUPLICATE_DATABASE = "42P04";

    private static final int CONNECT_SECONDS = 5;

    String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(Ports.LOOPBACK, port, database);
    }

    Connection open(String database) throws SQLException {
        // Not by DriverManager, which only sees drivers of its caller's class loader; tests of Quarkus use others.
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(PostgresServer.SUPERUSER);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setApplicationName("helpdesk-local");
        return source.getConnection();
    }

    void createDatabaseIfMissing(String database) {
        try (Connection connection = open("postgres");
                Statement statement = connection.createStatement()) {
            String name = statement.enquoteLiteral(database);
            try (ResultSet found = statement.executeQuery("select from pg_database where datname = " + name)) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + statement.enquoteIdentifier(database, true));
        } catch (SQLException e) {
            // Another process may have been faster.
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw new IllegalStateException("The database %s can't be created".formatted(database), e);
            }
        }
    }
}

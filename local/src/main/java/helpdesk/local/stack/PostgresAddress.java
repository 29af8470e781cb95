package helpdesk.local.stack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server and a role on it.
 *
 * @param host its name or address
 * @param port its port
 * @param user the role
 * @param password the role's password
 */
public record PostgresAddress(String host, int port, String user, String password) {

    private static final int DEFAULT_PORT = 5432;
    private static final int CONNECT_SECONDS = 10;

    /**
     * @param environment of the launcher's caller
     * @return the server named by {@code HELPDESK_POSTGRES_HOST} and its companions, if it is set
     */
    static Optional<PostgresAddress> given(Map<String, String> environment) {
        return EnvironmentValue.text(environment, "HELPDESK_POSTGRES_HOST")
                .map(host -> new PostgresAddress(
                        host,
                        EnvironmentValue.number(environment, "HELPDESK_POSTGRES_PORT", DEFAULT_PORT),
                        EnvironmentValue.text(environment, "HELPDESK_POSTGRES_USER")
                                .orElse("postgres"),
                        EnvironmentValue.text(environment, "HELPDESK_POSTGRES_PASSWORD")
                                .orElse("")));
    }

    PostgresAddress as(String role, String rolePassword) {
        return new PostgresAddress(host, port, role, rolePassword);
    }

    Connection open() throws SQLException {
        return open("postgres");
    }

    Connection open(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setApplicationName("helpdesk-local");
        return source.getConnection();
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "%s@%s:%d".formatted(user, host, port);
    }
}

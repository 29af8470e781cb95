package helpdesk.local.stack;

import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database for each service, with a role of its own that owns it: no service can read another's data. Roles get the kept
 * passwords at each start, so a lost secrets file heals by itself.
 *
 * @param server where they live
 * @param secrets the roles' passwords
 */
public record ServiceDatabases(PostgresAddress server, Secrets secrets) {

    /**
     * Creates what is missing.
     *
     * @return whether each service has a role of its own; false on a server where the given role may not create any, so that
     *     all services share it
     * @throws StartFailure if the server can't be reached or does not allow it
     */
    public boolean prepare() {
        try (Connection connection = server.open()) {
            if (!mayCreateRoles(connection)) {
                requireDatabases(connection);
                return false;
            }
            for (ServiceKind service : ServiceKind.values()) {
                prepare(connection, service);
            }
            return true;
        } catch (SQLException e) {
            throw new StartFailure(
                    "The services' databases can't be prepared on PostgreSQL at %s:%d as '%s' (%s): see that it runs, that HELPDESK_POSTGRES_HOST, _PORT, _USER and _PASSWORD are right, and that the role may create databases and roles."
                            .formatted(server.host(), server.port(), server.user(), e.getMessage()),
                    e);
        }
    }

    /** @return the server and the role that owns a service's database */
    public PostgresAddress ownerOf(ServiceKind service) {
        return server.as(service.database(), secrets.rolePassword(service));
    }

    private static boolean mayCreateRoles(Connection connection) throws SQLException {
        return isTrue(
                connection,
                "select rolsuper or (rolcreaterole and rolcreatedb) from pg_roles where rolname = current_user");
    }

    private void prepare(Connection connection, ServiceKind service) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String name = statement.enquoteIdentifier(service.database(), true);
            String literal = statement.enquoteLiteral(service.database());
            String password = statement.enquoteLiteral(secrets.rolePassword(service));
            boolean roleExists =
                    isTrue(connection, "select exists (select from pg_roles where rolname = " + literal + ")");
            statement.execute(
                    "%s role %s with login password %s".formatted(roleExists ? "alter" : "create", name, password));
            if (isTrue(connection, "select exists (select from pg_database where datname = " + literal + ")")) {
                return;
            }
            // Whoever is not a superuser can only give a database to a role it belongs to.
            statement.execute("grant %s to current_user".formatted(name));
            statement.execute("create database %s owner %s".formatted(name, name));
            statement.execute("revoke connect, temporary on database %s from public".formatted(name));
        }
    }

    private void requireDatabases(Connection connection) throws SQLException {
        for (ServiceKind service : ServiceKind.values()) {
            try (Statement statement = connection.createStatement()) {
                String literal = statement.enquoteLiteral(service.database());
                if (!isTrue(connection, "select exists (select from pg_database where datname = " + literal + ")")) {
                    throw new StartFailure(
                            "The database %s does not exist on %s:%d, and '%s' may not create it: create it, or give the role CREATEDB and CREATEROLE."
                                    .formatted(service.database(), server.host(), server.port(), server.user()));
                }
            }
        }
    }

    private static boolean isTrue(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() && result.getBoolean(1);
        }
    }
}

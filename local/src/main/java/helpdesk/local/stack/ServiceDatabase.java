package helpdesk.local.stack;

import helpdesk.local.postgres.PostgresServer;
import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * The database of a service, as the role that owns it.
 *
 * @param service whose it is
 * @param owner the server and the role
 */
public record ServiceDatabase(ServiceKind service, PostgresAddress owner) {

    /**
     * Finds that of a running stack.
     *
     * @param service whose database
     * @param environment of the caller, which names the server where the stack has none of its own
     * @throws StartFailure if it can't be entered
     */
    public static ServiceDatabase of(
            ServiceKind service, StackState state, DataDirectory data, Map<String, String> environment) {
        Secrets secrets = Secrets.of(data.secrets());
        PostgresAddress server = state.part(PostgresPart.NAME)
                .map(part -> new PostgresAddress(
                        Ports.LOOPBACK, part.port(), PostgresServer.SUPERUSER, secrets.superuserPassword()))
                .or(() -> PostgresAddress.given(environment))
                .orElseThrow(
                        () -> new StartFailure(
                                "This helpdesk uses a PostgreSQL of yours: set HELPDESK_POSTGRES_HOST, _PORT, _USER and _PASSWORD as for './helpdesk up'."));
        ServiceDatabase own = new ServiceDatabase(service, new ServiceDatabases(server, secrets).ownerOf(service));
        if (own.admits()) {
            return own;
        }
        // On a server where no roles could be created, all services share the given one.
        ServiceDatabase shared = new ServiceDatabase(service, server);
        if (shared.admits()) {
            return shared;
        }
        throw new StartFailure(
                "The database %s can't be entered at %s:%d: see that PostgreSQL runs, and that HELPDESK_POSTGRES_USER and _PASSWORD are those of the running helpdesk."
                        .formatted(service.database(), server.host(), server.port()));
    }

    /** @return a new connection */
    public Connection open() throws SQLException {
        return owner.open(service.database());
    }

    private boolean admits() {
        try (Connection connection = open()) {
            return connection.isValid(0);
        } catch (SQLException refused) {
            return false;
        }
    }
}

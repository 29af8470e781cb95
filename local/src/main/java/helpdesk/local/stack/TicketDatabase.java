package helpdesk.local.stack;

import helpdesk.local.postgres.PostgresServer;
import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * The database of the ticket service, as the role that owns it.
 *
 * @param owner the server and the role
 */
public record TicketDatabase(PostgresAddress owner) {

    /**
     * Finds that of a running stack.
     *
     * @param environment of the caller, which names the server where the stack has none of its own
     * @throws StartFailure if it can't be entered
     */
    public static TicketDatabase of(StackState state, DataDirectory data, Map<String, String> environment) {
        Secrets secrets = Secrets.of(data.secrets());
        PostgresAddress server = state.part(PostgresPart.NAME)
                .map(part -> new PostgresAddress(
                        Ports.LOOPBACK, part.port(), PostgresServer.SUPERUSER, secrets.superuserPassword()))
                .or(() -> PostgresAddress.given(environment))
                .orElseThrow(
                        () -> new StartFailure(
                                "This helpdesk uses a PostgreSQL of yours: set HELPDESK_POSTGRES_HOST, _PORT, _USER and _PASSWORD as for './helpdesk up'."));
        TicketDatabase own = new TicketDatabase(new ServiceDatabases(server, secrets).ownerOf(ServiceKind.TICKET));
        if (own.admits()) {
            return own;
        }
        // On a server where no roles could be created, all services share the given one.
        TicketDatabase shared = new TicketDatabase(server);
        if (shared.admits()) {
            return shared;
        }
        throw new StartFailure(
                "The database %s can't be entered at %s:%d: see that PostgreSQL runs, and that HELPDESK_POSTGRES_USER and _PASSWORD are those of the running helpdesk."
                        .formatted(ServiceKind.TICKET.database(), server.host(), server.port()));
    }

    /** @return a new connection */
    public Connection open() throws SQLException {
        return owner.open(ServiceKind.TICKET.database());
    }

    private boolean admits() {
        try (Connection connection = open()) {
            return connection.isValid(0);
        } catch (SQLException refused) {
            return false;
        }
    }
}

package helpdesk.gateway.log;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened in the whole helpdesk, to be read again from any point. */
@Path("/api/v1/events")
@Tag(name = "Events")
public class LogResource {

    private final EventLog log;
    private final LogCursors cursors;
    private final LogAccess access;

    LogResource(EventLog log, LogCursors cursors, LogAccess access) {
        this.log = log;
        this.cursors = cursors;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
    @Operation(
            summary = "Every event that happened, oldest first",
            description = "Items are CloudEvents 1.0 in their JSON form. `next` is always there, also behind the last"
                    + " event: ask with it again later, or give it to the stream, to go on where you were. The cursor is"
                    + " good for any filter. Integrations do not see events about accounts. Links of customers are without"
                    + " their token.")
    public Page<LoggedEvent> listEvents(
            @BeanParam @Valid PageRequest page,
            @Parameter(
                            description = "Types separated by commas, each exact or ending with .*",
                            example = "org.helpdesk.ticket.*")
                    @QueryParam("type")
                    String type,
            @Parameter(description = "The id of what the events are about") @QueryParam("subject") String subject) {
        EventFilter filter = EventFilter.of(type, subject, access.seesAccounts());
        long after = cursors.open(page.after());
        List<LoggedEvent> found = log.after(after, filter, page.limit());
        long end = found.isEmpty() ? after : found.getLast().position();
        return new Page<>(found, cursors.seal(end), null);
    }
}

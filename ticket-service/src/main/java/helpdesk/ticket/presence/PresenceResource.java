package helpdesk.ticket.presence;

import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.ticket.ticketing.TicketMerging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is at a ticket. */
@Path("/api/v1/tickets/{id}/presence")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Presence", description = "Who looks at a ticket, or writes on it, right now")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class PresenceResource {

    private final PresenceService service;
    private final TicketMerging tickets;
    private final CurrentActor actor;

    PresenceResource(PresenceService service, TicketMerging tickets, CurrentActor actor) {
        this.service = service;
        this.tickets = tickets;
        this.actor = actor;
    }

    @POST
    @Operation(
            operationId = "tellPresence",
            summary = "Says what the caller does at the ticket",
            description =
                    "Lasts 30 seconds: say it again every 15. When it is something new, the event stream tells everybody: "
                            + "org.helpdesk.presence.changed.v1.")
    @APIResponse(responseCode = "200", description = "All who are at the ticket, the caller included")
    public PresenceView tell(
            @PathParam("id") String id, @NotNull(message = "Send the activity as JSON.") @Valid TellPresence request) {
        UUID ticket = tickets.require(id);
        service.tell(ticket, actor.accountId(), request.activity());
        return service.at(ticket);
    }

    @GET
    @Operation(operationId = "readPresence", summary = "Who is at the ticket, who came first first")
    @APIResponse(responseCode = "200", description = "At most 50 of them")
    public PresenceView read(@PathParam("id") String id) {
        return service.at(tickets.require(id));
    }
}

package helpdesk.ticket.relation;

import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.ticketing.TicketQuery;
import helpdesk.ticket.ticketing.TicketView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tickets that were two matters in one. */
@Path("/api/v1/tickets/{id}/splits")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Relations", description = "What tickets have to do with each other")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class SplitResource {

    private final LinkService service;
    private final TicketQuery tickets;

    SplitResource(LinkService service, TicketQuery tickets) {
        this.service = service;
        this.tickets = tickets;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "splitTicket",
            summary = "Takes comments to a ticket of their own",
            description = "With their files, for the same requester. Both tickets are linked.")
    @APIResponse(
            responseCode = "201",
            description = "The new ticket, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TicketView.class)))
    public RestResponse<TicketView> split(
            @PathParam("id") String id,
            @NotNull(message = "Send what is to be split as JSON.") @Valid SplitTicket request) {
        Ticket fresh = service.split(id, request);
        return Versioned.created("/api/v1/tickets/" + fresh.id(), tickets.view(fresh), fresh.version());
    }
}

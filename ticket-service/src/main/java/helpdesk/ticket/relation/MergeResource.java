package helpdesk.ticket.relation;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.ticket.ticketing.TicketQuery;
import helpdesk.ticket.ticketing.TicketView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tickets that go on in others. */
@Path("/api/v1/tickets/{id}/merges")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Relations", description = "What tickets have to do with each other")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class MergeResource {

    private static final String ID = "The ticket in which the others go on: its id, or its number such as HD-1042";

    private final MergeService service;
    private final MergeRepository merges;
    private final TicketQuery tickets;

    MergeResource(MergeService service, MergeRepository merges, TicketQuery tickets) {
        this.service = service;
        this.merges = merges;
        this.tickets = tickets;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "mergeTickets",
            summary = "Lets tickets go on in this one",
            description =
                    "They are closed; their conversation, files, tags and followers are seen in this one, and what their "
                            + "requesters write later comes here. All of them or none. Can be taken back for 30 days.")
    @APIResponse(
            responseCode = "201",
            description = "The ticket as it became, and the merges",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergedView.class)))
    public RestResponse<MergedView> merge(
            @Parameter(description = ID) @PathParam("id") String id,
            @NotNull(message = "Send the tickets to merge as JSON.") @Valid MergeTickets request) {
        List<MergeView> done =
                service.merge(id, request).stream().map(MergeView::of).toList();
        TicketView ticket = tickets.read(done.getFirst().targetId().toString());
        return Versioned.created(
                "/api/v1/tickets/" + ticket.id() + "/merges", new MergedView(ticket, done), ticket.version());
    }

    @GET
    @Operation(operationId = "listMerges", summary = "What was merged into the ticket, oldest first")
    @APIResponse(responseCode = "200", description = "A page of merges, also those that were taken back")
    public Page<MergeView> list(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam @Valid PageRequest page) {
        return merges.page(tickets.read(id).id(), page);
    }

    @GET
    @Path("/{mergeId}")
    @Operation(operationId = "readMerge", summary = "One merge")
    @APIResponse(responseCode = "200", description = "The merge")
    public RestResponse<MergeView> read(
            @Parameter(description = ID) @PathParam("id") String id, @PathParam("mergeId") UUID mergeId) {
        MergeView view = MergeView.of(merges.require(tickets.read(id).id(), mergeId));
        return Versioned.ok(view, view.version());
    }

    @DELETE
    @Path("/{mergeId}")
    @Operation(
            operationId = "undoMerge",
            summary = "Takes a merge back",
            description = "Within 30 days. The source stands where it stood, with all that was said on it.")
    @APIResponse(responseCode = "204", description = "It is taken back")
    public RestResponse<Void> undo(
            @Parameter(description = ID) @PathParam("id") String id,
            @PathParam("mergeId") UUID mergeId,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.undo(id, mergeId, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }
}

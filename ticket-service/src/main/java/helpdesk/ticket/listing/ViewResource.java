package helpdesk.ticket.listing;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.CurrentActor;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists of tickets that people come back to. */
@Path("/api/v1/ticket-views")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Views", description = "Lists of tickets that people come back to")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class ViewResource {

    private final ViewService service;
    private final ViewRepository views;
    private final TicketQuery tickets;
    private final CurrentActor actor;

    ViewResource(ViewService service, ViewRepository views, TicketQuery tickets, CurrentActor actor) {
        this.service = service;
        this.views = views;
        this.tickets = tickets;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listTicketViews", summary = "Everybody's views and the caller's own, in their order")
    @APIResponse(responseCode = "200", description = "A page of views")
    public Page<SavedViewView> list(@BeanParam @Valid PageRequest page) {
        return views.page(actor.accountId(), page);
    }

    @GET
    @Path("/counts")
    @Operation(
            operationId = "countTicketViews",
            summary = "How many tickets each of the first thirty views has",
            description = "Counting stops at 1,000 tickets a view.")
    @APIResponse(responseCode = "200", description = "The counts, in the order of the views")
    public ViewCounts counts() {
        return service.counts();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readTicketView", summary = "One view")
    @APIResponse(responseCode = "200", description = "The view")
    public RestResponse<SavedViewView> read(@PathParam("id") UUID id) {
        SavedViewView view = SavedViewView.of(service.require(id));
        return Versioned.ok(view, view.version());
    }

    @GET
    @Path("/{id}/tickets")
    @Operation(operationId = "listTicketsOfView", summary = "The tickets of a view, in its order, in pages")
    @APIResponse(responseCode = "200", description = "A page of tickets")
    public Page<TicketView> tickets(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        return tickets.page(service.require(id).list(), page, false);
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createTicketView",
            summary = "Keeps a view: the caller's own, or everybody's when shared",
            description = "What can't be asked of the list of tickets is refused.")
    @APIResponse(
            responseCode = "201",
            description = "The view, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedViewView.class)))
    public RestResponse<SavedViewView> create(@NotNull(message = "Send the view as JSON.") @Valid NewView request) {
        SavedView view = service.create(request);
        return Versioned.created("/api/v1/ticket-views/" + view.id(), SavedViewView.of(view), view.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(operationId = "changeTicketView", summary = "Changes a view; everybody's are changed by supervisors")
    @APIResponse(responseCode = "200", description = "The view as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = ViewBody.class)))
    public RestResponse<SavedViewView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        SavedView view = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(SavedViewView.of(view), view.version());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeTicketView", summary = "Forgets a view; its tickets stay")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> remove(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.remove(id, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }
}

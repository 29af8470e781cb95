package helpdesk.ticket.relation;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.ticket.ticketing.TicketQuery;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Links between tickets. */
@Path("/api/v1/tickets/{id}/links")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Relations", description = "What tickets have to do with each other")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class LinkResource {

    private final LinkService service;
    private final LinkRepository links;
    private final TicketQuery tickets;

    LinkResource(LinkService service, LinkRepository links, TicketQuery tickets) {
        this.service = service;
        this.links = links;
        this.tickets = tickets;
    }

    @POST
    @Idempotent
    @Operation(operationId = "linkTicket", summary = "Links the ticket to another: related to it, or a duplicate of it")
    @APIResponse(
            responseCode = "201",
            description = "The link, and in Location where it is",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LinkView.class)))
    public RestResponse<LinkView> link(
            @PathParam("id") String id, @NotNull(message = "Send the link as JSON.") @Valid LinkTicket request) {
        TicketLink link = service.link(id, request);
        return Versioned.created(
                "/api/v1/tickets/" + link.ticketId() + "/links/" + link.id(),
                view(link, link.ticketId()),
                link.version());
    }

    @GET
    @Operation(
            operationId = "listLinks",
            summary = "The links of a ticket, from both sides, oldest first",
            description =
                    "Follow-ups, incidents and merged tickets are lists of tickets: followUpOf, problemId, mergedInto.")
    @APIResponse(responseCode = "200", description = "A page of links")
    public Page<LinkView> list(@PathParam("id") String id, @BeanParam @Valid PageRequest page) {
        return links.page(tickets.read(id).id(), page);
    }

    @GET
    @Path("/{linkId}")
    @Operation(operationId = "readLink", summary = "One link")
    @APIResponse(responseCode = "200", description = "The link")
    public RestResponse<LinkView> read(@PathParam("id") String id, @PathParam("linkId") UUID linkId) {
        UUID ticket = tickets.read(id).id();
        TicketLink link = links.require(ticket, linkId);
        return Versioned.ok(view(link, ticket), link.version());
    }

    @DELETE
    @Path("/{linkId}")
    @Operation(operationId = "unlinkTicket", summary = "Takes a link away")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> unlink(
            @PathParam("id") String id,
            @PathParam("linkId") UUID linkId,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.unlink(id, linkId, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }

    private LinkView view(TicketLink link, UUID from) {
        return LinkView.of(
                link, from, tickets.read(LinkView.otherEnd(link, from).toString()));
    }
}

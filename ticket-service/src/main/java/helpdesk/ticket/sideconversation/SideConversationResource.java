package helpdesk.ticket.sideconversation;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.ticket.ticketing.TicketRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** What staff discuss with third parties about a ticket. */
@Path("/api/v1/tickets/{id}/side-conversations")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Side conversations", description = "What is discussed with third parties, apart from the customer")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class SideConversationResource {

    private final SideConversationService service;
    private final SideConversationRepository conversations;
    private final SideMessageRepository messages;
    private final TicketRepository tickets;
    private final SideLinks links;

    SideConversationResource(
            SideConversationService service,
            SideConversationRepository conversations,
            SideMessageRepository messages,
            TicketRepository tickets,
            SideLinks links) {
        this.service = service;
        this.conversations = conversations;
        this.messages = messages;
        this.tickets = tickets;
        this.links = links;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "openSideConversation",
            summary = "Asks a third party",
            description = "Who is told by mail where to read and answer. The customer never sees it.")
    @APIResponse(
            responseCode = "201",
            description = "The side conversation, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SideConversationView.class)))
    public RestResponse<SideConversationView> open(
            @PathParam("id") String id,
            @NotNull(message = "Send the side conversation as JSON.") @Valid OpenSideConversation request) {
        SideConversationView view = view(service.open(id, request));
        return Versioned.created(
                "/api/v1/tickets/" + view.ticketId() + "/side-conversations/" + view.id(), view, view.version());
    }

    @GET
    @Operation(operationId = "listSideConversations", summary = "The side conversations of a ticket, oldest first")
    @APIResponse(responseCode = "200", description = "A page of side conversations")
    public Page<SideConversationView> list(@PathParam("id") String id, @BeanParam @Valid PageRequest page) {
        Page<SideConversation> found = conversations.page(tickets.require(id).id(), page);
        return new Page<>(found.items().stream().map(this::view).toList(), found.next(), null);
    }

    @GET
    @Path("/{sideConversationId}")
    @Operation(operationId = "readSideConversation", summary = "One side conversation")
    @APIResponse(responseCode = "200", description = "The side conversation")
    public RestResponse<SideConversationView> read(
            @PathParam("id") String id, @PathParam("sideConversationId") UUID sideConversationId) {
        SideConversationView view =
                view(conversations.require(tickets.require(id).id(), sideConversationId));
        return Versioned.ok(view, view.version());
    }

    @PATCH
    @Path("/{sideConversationId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(operationId = "changeSideConversation", summary = "Ends a side conversation, or opens it again")
    @APIResponse(responseCode = "200", description = "The side conversation as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = SidePatch.class)))
    public RestResponse<SideConversationView> patch(
            @PathParam("id") String id,
            @PathParam("sideConversationId") UUID sideConversationId,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        SideConversationView view = view(service.patch(id, sideConversationId, IfMatch.required(ifMatch), patch));
        return Versioned.ok(view, view.version());
    }

    @POST
    @Path("/{sideConversationId}/messages")
    @Idempotent
    @Operation(operationId = "writeSideMessage", summary = "Writes to the third party, who is told by mail")
    @APIResponse(
            responseCode = "201",
            description = "The message",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SideMessageView.class)))
    public RestResponse<SideMessageView> write(
            @PathParam("id") String id,
            @PathParam("sideConversationId") UUID sideConversationId,
            @NotNull(message = "Send the message as JSON.") @Valid WriteSideMessage request) {
        SideMessageView view = SideMessageView.of(service.write(id, sideConversationId, request));
        // What was said is never changed.
        return Versioned.created(
                "/api/v1/tickets/" + id + "/side-conversations/" + sideConversationId + "/messages", view, 0);
    }

    @GET
    @Path("/{sideConversationId}/messages")
    @Operation(operationId = "listSideMessages", summary = "What was said, oldest first")
    @APIResponse(responseCode = "200", description = "A page of messages")
    public Page<SideMessageView> messages(
            @PathParam("id") String id,
            @PathParam("sideConversationId") UUID sideConversationId,
            @BeanParam @Valid PageRequest page) {
        return messages.page(
                conversations
                        .require(tickets.require(id).id(), sideConversationId)
                        .id(),
                page);
    }

    private SideConversationView view(SideConversation conversation) {
        return SideConversationView.of(conversation, links.linkTo(conversation.id()));
    }
}

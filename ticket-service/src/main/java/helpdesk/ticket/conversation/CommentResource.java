package helpdesk.ticket.conversation;

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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What was said on a ticket. */
@Path("/api/v1/tickets/{id}/comments")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Conversation", description = "Public replies, internal notes, calls and files")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class CommentResource {

    /** What was said is never changed. */
    private static final long VERSION = 0;

    private final ConversationService service;
    private final CommentRepository comments;
    private final TicketRepository tickets;

    CommentResource(ConversationService service, CommentRepository comments, TicketRepository tickets) {
        this.service = service;
        this.comments = comments;
        this.tickets = tickets;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addComment",
            summary = "Adds a public reply or an internal note",
            description =
                    "A person's public reply stops the clocks that wait for one. A closed ticket takes none: 409.")
    @APIResponse(
            responseCode = "201",
            description = "The comment, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommentView.class)))
    public RestResponse<CommentView> add(
            @PathParam("id") String id, @NotNull(message = "Send the comment as JSON.") @Valid AddComment request) {
        CommentView entry = service.write(id, request).view();
        return Versioned.created("/api/v1/tickets/" + entry.ticketId() + "/comments/" + entry.id(), entry, VERSION);
    }

    @GET
    @Operation(operationId = "listComments", summary = "The conversation, oldest first")
    @APIResponse(responseCode = "200", description = "A page of comments")
    public Page<CommentView> list(@PathParam("id") String id, @BeanParam @Valid PageRequest page) {
        return comments.all(tickets.require(id).id(), page);
    }

    @GET
    @Path("/{commentId}")
    @Operation(operationId = "readComment", summary = "One comment")
    @APIResponse(responseCode = "200", description = "The comment")
    public RestResponse<CommentView> read(@PathParam("id") String id, @PathParam("commentId") UUID commentId) {
        TicketComment comment = comments.require(tickets.require(id).id(), commentId);
        return Versioned.ok(comments.whole(comment), VERSION);
    }
}

package helpdesk.ticket.conversation;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.ticket.ticketing.TicketRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What was said on a ticket. */
@Path("/api/v1/tickets/{id}/comments")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Conversation", description = "Public replies and internal notes")
public class CommentResource {

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
    @Operation(summary = "Adds a public reply or an internal note")
    public RestResponse<CommentView> add(
            @PathParam("id") String id, @NotNull(message = "Send the comment as JSON.") @Valid AddComment request) {
        CommentView view = CommentView.of(service.write(id, request));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(URI.create("/api/v1/tickets/" + id + "/comments"))
                .build();
    }

    @GET
    @Operation(summary = "The conversation, oldest first")
    public Page<CommentView> list(@PathParam("id") String id, @BeanParam @Valid PageRequest page) {
        return comments.all(tickets.require(id).id(), page);
    }
}

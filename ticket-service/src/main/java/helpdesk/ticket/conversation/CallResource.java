package helpdesk.ticket.conversation;

import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.ProblemBody;
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

/** Phone calls, as entries of the conversation. */
@Path("/api/v1/tickets/{id}/calls")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Conversation", description = "Public replies, internal notes, calls and files")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class CallResource {

    private final ConversationService service;

    CallResource(ConversationService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addCall",
            summary = "Puts a phone call down",
            description =
                    "A call that was answered stops the clocks that wait for an answer; a message that the caller left "
                            + "opens the ticket like any word of the customer.")
    @APIResponse(
            responseCode = "201",
            description = "The entry, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommentView.class)))
    public RestResponse<CommentView> add(
            @PathParam("id") String id, @NotNull(message = "Send the call as JSON.") @Valid AddCall request) {
        CommentView entry = service.call(id, request).view();
        // What was said is never changed.
        return Versioned.created("/api/v1/tickets/" + entry.ticketId() + "/comments/" + entry.id(), entry, 0);
    }
}

package helpdesk.ticket.channel;

import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What customers write on networks, as adapters bring it (practice 16). */
@Path("/api/v1/channel-messages")
@RolesAllowed({Roles.ADMIN, Roles.INTEGRATION})
@Tag(name = "Channels", description = "Social and chat networks, by adapters")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class ChannelMessageResource {

    /** Where a message went is told once and for all. */
    private static final long VERSION = 0;

    private final ChannelMessageService service;

    ChannelMessageResource(ChannelMessageService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "receiveChannelMessage",
            summary = "A customer wrote on a network",
            description =
                    "The first message of a conversation opens a ticket, later ones are the requester's comments on it. A message "
                            + "is known by its network and id: the same again has no second effect.")
    @APIResponse(
            responseCode = "201",
            description = "Where it went, and in Location that ticket",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceivedMessageView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same, of one that had come before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceivedMessageView.class)))
    public RestResponse<ReceivedMessageView> receive(
            @NotNull(message = "Send the message as JSON.") @Valid ReceiveMessage message) {
        ReceivedMessage received = service.receive(message);
        ReceivedMessageView view = received.view();
        return received.again()
                ? Versioned.ok(view, VERSION)
                : Versioned.created("/api/v1/tickets/" + view.ticketId(), view, VERSION);
    }
}

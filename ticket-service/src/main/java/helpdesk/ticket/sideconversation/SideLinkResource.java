package helpdesk.ticket.sideconversation;

import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

/** What a third party can do with the link: no account needed. */
@Path("/api/v1/side-conversations/{token}")
@PermitAll
@Tag(name = "Side conversations", description = "What is discussed with third parties, apart from the customer")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class SideLinkResource {

    private final SideConversationService service;
    private final SideConversationRepository conversations;
    private final SideMessageRepository messages;
    private final SideLinks links;

    SideLinkResource(
            SideConversationService service,
            SideConversationRepository conversations,
            SideMessageRepository messages,
            SideLinks links) {
        this.service = service;
        this.conversations = conversations;
        this.messages = messages;
        this.links = links;
    }

    @GET
    @Operation(operationId = "readSideConversationByLink", summary = "What the third party was asked about")
    @APIResponse(responseCode = "200", description = "Subject and state")
    public PublicSideConversation read(@PathParam("token") String token) {
        return conversations
                .findByIdOptional(links.open(token))
                .map(PublicSideConversation::of)
                .orElseThrow(SideConversationRepository::unknown);
    }

    @GET
    @Path("/messages")
    @Operation(operationId = "listSideMessagesByLink", summary = "What was said, oldest first")
    @APIResponse(responseCode = "200", description = "A page of messages")
    public Page<SideMessageView> messages(@PathParam("token") String token, @BeanParam @Valid PageRequest page) {
        return messages.page(links.open(token), page);
    }

    @POST
    @Path("/messages")
    @Idempotent
    @Operation(operationId = "answerSideConversation", summary = "The third party answers")
    @APIResponse(
            responseCode = "201",
            description = "The message",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SideMessageView.class)))
    public RestResponse<SideMessageView> answer(
            @PathParam("token") String token,
            @NotNull(message = "Send the message as JSON.") @Valid WriteSideMessage request) {
        SideMessageView view = SideMessageView.of(service.answer(links.open(token), request));
        // What was said is never changed.
        return Versioned.created("/api/v1/side-conversations/" + token + "/messages", view, 0);
    }
}

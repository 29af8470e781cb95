package helpdesk.notification.inbox;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What who works here is told in the product. */
@Path("/api/v1/inbox")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Inbox")
public class InboxResource {

    private final InboxService service;

    InboxResource(InboxService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "listInbox", summary = "What who is signed in was told, the newest first")
    public Page<InboxNoticeView> list(
            @Parameter(description = "Only what was not read yet") @QueryParam("unread") boolean unread,
            @BeanParam @Valid PageRequest page) {
        return service.list(unread, page);
    }

    @POST
    @Path("/{id}/reads")
    @Idempotent
    @Operation(operationId = "readInboxNotice", summary = "Takes down that a notice was read; the first time counts")
    @APIResponse(
            responseCode = "201",
            description = "The notice",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InboxNoticeView.class)))
    public RestResponse<InboxNoticeView> read(@PathParam("id") UUID id) {
        return RestResponse.status(RestResponse.Status.CREATED, service.read(id));
    }
}

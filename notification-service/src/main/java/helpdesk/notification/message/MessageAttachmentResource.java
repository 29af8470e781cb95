package helpdesk.notification.message;

import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Files that go with messages. */
@Path("/api/v1/messages/{id}/attachments/{number}")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Messages")
public class MessageAttachmentResource {

    private final MessageQuery query;

    MessageAttachmentResource(MessageQuery query) {
        this.query = query;
    }

    @GET
    @Operation(operationId = "readMessageAttachment", summary = "A file that goes with a message")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> read(@PathParam("id") UUID id, @PathParam("number") int number) {
        MessageAttachment attachment = query.attachment(id, number);
        return RestResponse.ResponseBuilder.ok(attachment.content())
                .type(attachment.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + attachment.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

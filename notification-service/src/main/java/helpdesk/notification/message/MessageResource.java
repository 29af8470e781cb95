package helpdesk.notification.message;

import helpdesk.notification.QueryParameter;
import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What customers were told, or will be. */
@Path("/api/v1/messages")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Messages")
public class MessageResource {

    private final MessageQuery query;

    MessageResource(MessageQuery query) {
        this.query = query;
    }

    @GET
    @Operation(operationId = "listMessages", summary = "What customers were told, or will be, the newest first")
    public Page<MessageView> list(
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("customerId")
                    String customerId,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("ticketId")
                    String ticketId,
            @Parameter(description = "A mail address or a phone number") @QueryParam("to") String to,
            @Parameter(description = "One or more, separated by commas") @QueryParam("kind") String kind,
            @BeanParam @Valid PageRequest page) {
        MessageFilter filter = new MessageFilter(
                new QueryParameter("customerId", customerId).uuid().orElse(null),
                new QueryParameter("ticketId", ticketId).uuid().orElse(null),
                new QueryParameter("to", to)
                        .value()
                        .map(MessageResource::normalized)
                        .orElse(null),
                new QueryParameter("kind", kind).anyOf(MessageKind.class));
        return query.list(filter, page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readMessage", summary = "One message")
    public RestResponse<MessageView> read(@PathParam("id") UUID id) {
        MessageView message = query.read(id);
        return Versioned.ok(message, message.version());
    }

    /** As recipients are stored. */
    private static String normalized(String to) {
        return PhoneNumbers.normalize(to).orElseGet(() -> EmailAddresses.normalize(to));
    }
}

package helpdesk.notification.delivery;

import helpdesk.notification.QueryParameter;
import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Addresses where nothing arrives, as servers said: nothing is sent there any more. */
@Path("/api/v1/dead-recipients")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Messages")
public class DeadRecipientResource {

    private final DeadRecipientService service;

    DeadRecipientResource(DeadRecipientService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "listDeadRecipients", summary = "Addresses where nothing arrives, the latest first")
    public Page<DeadRecipientView> list(
            @Parameter(description = "A mail address or a phone number") @QueryParam("recipient") String recipient,
            @BeanParam @Valid PageRequest page) {
        return service.list(
                new QueryParameter("recipient", recipient)
                        .value()
                        .map(value -> PhoneNumbers.normalize(value).orElseGet(() -> EmailAddresses.normalize(value)))
                        .orElse(null),
                page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readDeadRecipient", summary = "One address where nothing arrives")
    public RestResponse<DeadRecipientView> read(@PathParam("id") UUID id) {
        DeadRecipientView recipient = service.read(id);
        return Versioned.ok(recipient, recipient.version());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeDeadRecipient", summary = "Has messages sent there again")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.remove(id, IfMatch.required(ifMatch));
    }
}

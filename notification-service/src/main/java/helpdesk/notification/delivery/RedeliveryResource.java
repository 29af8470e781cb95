package helpdesk.notification.delivery;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends messages again. */
@Path("/api/v1/messages/{id}/redeliveries")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
@Tag(name = "Messages")
public class RedeliveryResource {

    private final RedeliveryService service;

    RedeliveryResource(RedeliveryService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "redeliverMessage",
            summary = "Sends a message again that failed, or of which nobody knows whether it arrived",
            description = "With the same Message-ID, and as often as it takes.")
    @APIResponse(responseCode = "202", description = "It waits for its server; read the message to see what came of it")
    @APIResponse(
            responseCode = "409",
            description =
                    "message-not-failed, recipient-dead: nothing arrives at the address, no-transport: there is no server to send it")
    public RestResponse<Void> sendAgain(@PathParam("id") UUID id) {
        service.sendAgain(id);
        return RestResponse.status(RestResponse.Status.ACCEPTED);
    }
}

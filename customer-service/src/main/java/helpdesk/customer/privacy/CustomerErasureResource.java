package helpdesk.customer.privacy;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Lets people be forgotten. */
@Path("/api/v1/customers/{id}/erasure")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Privacy", description = "What is held on people, and how they are forgotten")
public class CustomerErasureResource {

    private final ErasureService service;

    CustomerErasureResource(ErasureService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "eraseCustomer",
            summary = "Lets a customer be forgotten, in all services",
            description =
                    "All that is held on the person is erased, and cannot be brought back. Goes on by itself, also when services "
                            + "are away; the answer says where to look. Figures stay, without the person.")
    @APIResponse(
            responseCode = "202",
            description = "It has begun",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(responseCode = "410", description = "customer-erased: it is done already")
    public RestResponse<ErasureView> erase(
            @PathParam("id") UUID id, @NotNull(message = "Send {} or a reason.") @Valid EraseCustomer body) {
        return ErasureResource.accepted(service.begin(id, body));
    }
}

package helpdesk.customer.profile;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

/** What a customer is recognised by, and what became of that. */
@Path("/api/v1/customers/{id}")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Customers")
public class IdentityResource {

    private final IdentityService service;

    IdentityResource(IdentityService service) {
        this.service = service;
    }

    @GET
    @Path("/identities")
    @Operation(
            operationId = "listIdentities",
            summary = "What a customer is recognised by, and whether that is known for sure")
    public Page<IdentityView> list(@PathParam("id") UUID id) {
        return new Page<>(service.list(id), null, null);
    }

    @GET
    @Path("/identity-changes")
    @Operation(
            operationId = "listIdentityChanges",
            summary = "What became of a customer's identities, the newest first")
    public Page<IdentityChangeView> changes(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        return service.changes(id, page);
    }

    @POST
    @Path("/identity-verifications")
    @Idempotent
    @Operation(
            operationId = "verifyIdentity",
            summary = "Says that an identity is this customer's for sure, because somebody has made sure")
    @APIResponse(
            responseCode = "201",
            description = "The identity",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IdentityView.class)))
    @APIResponse(responseCode = "422", description = "unknown-identity: the customer is not recognised by it")
    public RestResponse<IdentityView> verify(
            @PathParam("id") UUID id, @NotNull(message = "Send the identity as JSON.") @Valid NamedIdentity body) {
        return RestResponse.status(RestResponse.Status.CREATED, service.verify(id, body));
    }

    @POST
    @Path("/identity-moves")
    @Idempotent
    @Operation(
            operationId = "moveIdentity",
            summary = "Takes an identity from the customer who has it and gives it to this one",
            description = "Both profiles change, and both remember it. It has to be verified anew.")
    @APIResponse(
            responseCode = "201",
            description = "The identity",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IdentityView.class)))
    @APIResponse(responseCode = "409", description = "too-many-identities: the customer has 20 of the kind")
    @APIResponse(responseCode = "422", description = "unknown-identity: nobody has it")
    public RestResponse<IdentityView> move(
            @PathParam("id") UUID id, @NotNull(message = "Send the identity as JSON.") @Valid NamedIdentity body) {
        return RestResponse.status(RestResponse.Status.CREATED, service.move(id, body));
    }
}

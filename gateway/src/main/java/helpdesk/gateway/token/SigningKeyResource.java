package helpdesk.gateway.token;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The keys that tokens are signed with. */
@Path("/api/v1/signing-keys")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Sign-in")
public class SigningKeyResource {

    private final KeyRotation rotation;

    SigningKeyResource(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @GET
    @Operation(operationId = "listSigningKeys", summary = "The keys that are published, the one that signs last first")
    @APIResponse(responseCode = "200", description = "All of them")
    public Page<SigningKeyView> list() {
        return new Page<>(rotation.list(), null, null);
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "rotateSigningKey",
            summary = "Makes the next signing key",
            description =
                    "It is published at once and signs a quarter of an hour later, when every service has it; the former one"
                            + " is published until its last token has expired. Nobody has to sign in again. Keys are rotated by"
                            + " themselves after 90 days.")
    @APIResponse(
            responseCode = "201",
            description = "The next key",
            content = @Content(schema = @Schema(implementation = SigningKeyView.class)))
    @APIResponse(responseCode = "409", description = "rotation-under-way: a key waits for its time already")
    public RestResponse<SigningKeyView> rotate(@NotNull(message = "Send {}.") @Valid RotateSigningKey wish) {
        return ResponseBuilder.<SigningKeyView>create(RestResponse.Status.CREATED)
                .entity(rotation.rotate(wish.isImmediate()))
                .header("Location", "/.well-known/jwks.json")
                .build();
    }
}

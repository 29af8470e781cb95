package helpdesk.gateway.account;

import helpdesk.gateway.client.ClientAddresses;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where people choose a password who forgot theirs. */
@Path("/api/v1/password-resets/{token}")
@Tag(name = "Accounts")
public class PasswordResetResource {

    private final PasswordService service;
    private final ClientAddresses addresses;

    PasswordResetResource(PasswordService service, ClientAddresses addresses) {
        this.service = service;
        this.addresses = addresses;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "resetPassword",
            summary = "Chooses another password by a link",
            description = "All tokens and sessions of the account end. The link is good no longer.")
    @APIResponse(responseCode = "204", description = "It is changed")
    @APIResponse(responseCode = "404", description = "The link is not known, or it was used")
    @APIResponse(responseCode = "410", description = "The link has expired")
    public void reset(
            @PathParam("token") String token,
            @NotNull(message = "Send the password as the body.") @Valid NewPassword wish,
            @Context HttpServerRequest request) {
        service.reset(token, wish.password(), addresses.of(request));
    }
}

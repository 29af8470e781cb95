package helpdesk.gateway.signin;

import helpdesk.gateway.client.ClientAddresses;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where people sign in. */
@Path("/api/v1/auth/token")
@PermitAll
@Tag(name = "Sign-in")
public class TokenResource {

    private final SignIn signIn;
    private final ClientAddresses addresses;

    TokenResource(SignIn signIn, ClientAddresses addresses) {
        this.signIn = signIn;
        this.addresses = addresses;
    }

    @POST
    @Operation(
            summary = "Signs in: exchanges username and password for a token",
            description = "Send the token as `Authorization: Bearer <token>`. After 10 failures for a username, 20"
                    + " for one from everywhere, or 50 from an address one has to wait, longer after each. With"
                    + " `refresh: true` there is a refresh token too: see /api/v1/auth/refresh.")
    @APIResponse(responseCode = "200", description = "The token")
    @APIResponse(responseCode = "401", description = "Username or password are not right, or the account is off")
    @APIResponse(responseCode = "429", description = "Too many attempts failed; see Retry-After")
    public AccessToken signIn(
            @NotNull(message = "Send username and password as the body.") @Valid Credentials credentials,
            @Context HttpServerRequest request) {
        return signIn.signIn(credentials, addresses.of(request), request.getHeader(HttpHeaders.USER_AGENT));
    }
}

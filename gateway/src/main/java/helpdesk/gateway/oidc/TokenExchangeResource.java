package helpdesk.gateway.oidc;

import helpdesk.gateway.client.ClientAddresses;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where people sign in who have signed in elsewhere. */
@Path("/api/v1/auth/exchange")
@PermitAll
@Tag(name = "Sign-in")
public class TokenExchangeResource {

    private final TokenExchange exchange;
    private final ClientAddresses addresses;

    TokenExchangeResource(TokenExchange exchange, ClientAddresses addresses) {
        this.exchange = exchange;
        this.addresses = addresses;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "exchangeToken",
            summary = "Exchanges a token of another issuer for one of ours",
            description =
                    "A form as RFC 8693 has it. The other issuer is one that is configured (OpenID Connect); its token is for"
                            + " us, and says something that is mapped to a role here. Who comes for the first time gets an account.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = ExchangeRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The token; there is no refresh token: exchange again",
            content = @Content(schema = @Schema(implementation = ExchangedToken.class)))
    @APIResponse(responseCode = "401", description = "invalid-subject-token: sign in there again")
    @APIResponse(responseCode = "403", description = "no-role; or the account is switched off here")
    @APIResponse(responseCode = "503", description = "issuer-away: its keys were never fetched and cannot be now")
    public ExchangedToken exchange(MultivaluedMap<String, String> fields, @Context HttpServerRequest request) {
        return exchange.exchange(ExchangeRequest.of(fields), addresses.of(request));
    }
}

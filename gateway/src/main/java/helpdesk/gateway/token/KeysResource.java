package helpdesk.gateway.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The public keys by which everybody can verify our tokens. */
@Path("/.well-known/jwks.json")
@PermitAll
@Tag(name = "Sign-in")
public class KeysResource {

    private final SigningKeys keys;

    KeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Operation(summary = "The public keys that tokens are signed with, as a JWK set (RFC 7517)")
    public RestResponse<Map<String, Object>> readSigningKeys() {
        return ResponseBuilder.ok(keys.jwks())
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}

package helpdesk.gateway.oidc;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A token of ours for one of another issuer, by the names of RFC 8693.
 *
 * @param accessToken to be sent as {@code Authorization: Bearer <token>}
 * @param expiresIn for how many seconds it is valid
 */
@Schema(name = "ExchangedToken")
record ExchangedToken(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("issued_token_type") String issuedTokenType,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {

    /** Without the token itself, so that no log can show it. */
    @Override
    public String toString() {
        return "ExchangedToken[expiresIn=" + expiresIn + "]";
    }
}

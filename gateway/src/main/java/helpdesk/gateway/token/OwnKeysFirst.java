package helpdesk.gateway.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.identity.AccessTokens;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;

/**
 * Verifies tokens with the gateway's own keys, without fetching them over HTTP from itself. A token of another key is
 * verified with {@code mp.jwt.verify.publickey.location} where that is set, and refused otherwise.
 */
@ApplicationScoped
@Alternative
@Priority(2)
class OwnKeysFirst extends JWTCallerPrincipalFactory {

    private final SigningKeys keys;
    private final ObjectMapper json;
    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();

    OwnKeysFirst(SigningKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo verification) throws ParseException {
        Optional<PublicKey> own = keys.verifying(kid(token));
        if (own.isPresent()) {
            JWTAuthContextInfo withOwnKey = new JWTAuthContextInfo(verification);
            withOwnKey.setPublicVerificationKey(own.get());
            return AccessTokens.bearer(parser.parse(token, withOwnKey));
        }
        if (verification.getPublicKeyLocation() == null && verification.getPublicKeyContent() == null) {
            throw new ParseException("The token is signed with a key that is not known");
        }
        return AccessTokens.bearer(parser.parse(token, verification));
    }

    private String kid(String token) throws ParseException {
        int dot = token.indexOf('.');
        if (dot <= 0) {
            throw new ParseException("Not a signed token");
        }
        try {
            byte[] header = Base64.getUrlDecoder().decode(token.substring(0, dot));
            return json.readTree(header).path("kid").asText();
        } catch (IllegalArgumentException | IOException e) {
            throw new ParseException("Not a signed token", e);
        }
    }
}

package helpdesk.platform.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.util.Locale;
import java.util.Set;
import org.jose4j.jwt.consumer.JwtContext;

/**
 * Tells access tokens from what else is a signed JWT: a token for signing out, an event, a proof of possession. What was made
 * for one purpose must not serve another (RFC 8725, section 3.11).
 */
public final class AccessTokens {

    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private AccessTokens() {}

    /**
     * The bearer of a token whose signature and claims were verified.
     *
     * @throws ParseException when the token is of another type, or of none
     */
    public static JWTCallerPrincipal bearer(JwtContext verified) throws ParseException {
        String type = verified.getJoseObjects().getFirst().getHeader("typ");
        if (type == null || !TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            throw new ParseException("Not an access token");
        }
        return new DefaultJWTCallerPrincipal(type, verified.getJwtClaims());
    }
}

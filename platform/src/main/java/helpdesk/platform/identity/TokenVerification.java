package helpdesk.platform.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies tokens as SmallRye JWT does, with the {@link SigningKeys} where they are fetched over HTTP. */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenVerification extends JWTCallerPrincipalFactory {

    private final DefaultJWTTokenParser parser;

    TokenVerification(SigningKeys keys) {
        this.parser = keys.areFetched() ? new FetchedKeys(keys) : new DefaultJWTTokenParser();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        return AccessTokens.bearer(parser.parse(token, settings));
    }

    private static final class FetchedKeys extends DefaultJWTTokenParser {

        private final SigningKeys keys;

        private FetchedKeys(SigningKeys keys) {
            this.keys = keys;
        }

        @Override
        protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo settings)
                throws UnresolvableKeyException {
            return keys;
        }
    }
}

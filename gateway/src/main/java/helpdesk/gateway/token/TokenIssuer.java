package helpdesk.gateway.token;

import helpdesk.gateway.account.Account;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.persistence.Ids;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the tokens (JWT, RS256) that every service accepts. */
@ApplicationScoped
public class TokenIssuer {

    private static final String AUDIENCE = "helpdesk";

    private final SigningKeys keys;
    private final Clock clock;
    private final String issuer;
    private final Duration lifetime;

    TokenIssuer(
            SigningKeys keys,
            Clock clock,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "helpdesk.token.lifetime") Duration lifetime) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
        this.lifetime = lifetime;
    }

    /** How long an account's token lasts. */
    public Duration lifetime() {
        return lifetime;
    }

    /** A token for the person who owns the account. */
    public String forAccount(Account account) {
        Instant now = clock.instant();
        JwtClaimsBuilder claims = claims(
                        account.id(), "account", account.displayName(), account.roles(), now, now.plus(lifetime))
                .preferredUserName(account.username());
        return sign(claims);
    }

    /** A token for one of a program's requests, on its way from the gateway to a service; the program never sees it. */
    public String forApiKey(UUID id, String name, List<String> roles, Instant expiresAt) {
        return sign(claims(id, "apikey", name, roles, clock.instant(), expiresAt));
    }

    private JwtClaimsBuilder claims(
            UUID subject, String kind, String name, List<String> roles, Instant now, Instant expiresAt) {
        return Jwt.issuer(issuer)
                .audience(AUDIENCE)
                .subject(subject.toString())
                .claim(CurrentActor.KIND_CLAIM, kind)
                .claim("name", name)
                .claim("nbf", now.getEpochSecond())
                .claim("jti", Ids.next().toString())
                .claim(IssuedToken.ISSUED_MILLIS, now.toEpochMilli())
                .groups(Set.copyOf(roles))
                .issuedAt(now)
                .expiresAt(expiresAt);
    }

    private String sign(JwtClaimsBuilder claims) {
        SigningKey key = keys.current();
        return claims.jws().keyId(key.kid()).sign(key.privateKey());
    }
}

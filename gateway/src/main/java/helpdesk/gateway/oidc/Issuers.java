package helpdesk.gateway.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.gateway.GatewayProblem;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;

/** The other issuers whose tokens are believed, each strictly. A gateway that is told of one that cannot be meant does not start. */
@Startup
@ApplicationScoped
class Issuers {

    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt", "id+jwt");

    private final Map<String, Issuer> issuers = new HashMap<>();
    private final Map<String, IssuerKeys> keys = new HashMap<>();
    private final HttpClient http;
    private final Clock clock;

    Issuers(OidcSettings settings, ObjectMapper json, Clock clock) {
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                // Keys are where the configuration or the issuer says, and nowhere else.
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        for (OidcSettings.Issuer one : settings.issuers()) {
            one.issuer().filter(name -> !name.isBlank()).ifPresent(name -> {
                Issuer issuer = Issuer.of(name, one);
                issuers.put(name, issuer);
                keys.put(name, new IssuerKeys(issuer, settings, http, json, clock));
            });
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /**
     * The issuer that a token says it is of, when it is one of those that are configured. Nothing is verified yet.
     *
     * @throws Problem {@code not-found} when none is configured, {@code invalid-subject-token}
     */
    Issuer claimed(String token) {
        if (issuers.isEmpty()) {
            throw PlatformProblem.NOT_FOUND.problem(
                    "No other issuer is configured here. Sign in with a password, or have HELPDESK_OIDC_ISSUER set.");
        }
        JwtConsumer reader = new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setDisableRequireSignature()
                .setSkipSignatureVerification()
                .build();
        try {
            Issuer issuer = issuers.get(
                    String.valueOf(reader.process(token).getJwtClaims().getIssuer()));
            if (issuer != null) {
                return issuer;
            }
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw refused();
        }
        throw refused();
    }

    /**
     * What a token says that is genuine, for us, and good now.
     *
     * @throws Problem {@code invalid-subject-token}; {@code issuer-away} when nothing can be said about any token
     */
    JwtClaims verified(String token, Issuer issuer) {
        JwtConsumer verifier = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        issuer.algorithms().toArray(String[]::new)))
                .setVerificationKeyResolver(keys.get(issuer.name()))
                .setExpectedIssuer(true, issuer.name())
                .setExpectedAudience(true, issuer.audience())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setAllowedClockSkewInSeconds((int) SKEW.toSeconds())
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
        try {
            JwtContext context = verifier.process(token);
            JwtClaims claims = context.getJwtClaims();
            requireType(context.getJoseObjects().getFirst().getHeader("typ"));
            requireForUs(claims, issuer);
            return claims;
        } catch (InvalidJwtException e) {
            if (isKeysAway(e)) {
                throw GatewayProblem.ISSUER_AWAY
                        .problem("%s does not say which keys it signs with. Try again shortly.", issuer.name())
                        .retryAfter(Duration.ofSeconds(10));
            }
            throw refused();
        } catch (MalformedClaimException e) {
            throw refused();
        }
    }

    static Problem refused() {
        return GatewayProblem.INVALID_SUBJECT_TOKEN.problem(
                "Sign in there again, and exchange the token that you get then.");
    }

    /** A token for signing out, say, is signed by the same keys. */
    private static void requireType(String type) {
        if (type != null && !TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            throw refused();
        }
    }

    /** OpenID Connect Core, 3.1.3.7: a token for several was asked for by one of them. */
    private void requireForUs(JwtClaims claims, Issuer issuer) throws MalformedClaimException {
        String party = claims.getStringClaimValue("azp");
        boolean forSeveral = claims.getAudience().size() > 1;
        if (forSeveral && party == null || party != null && !party.equals(issuer.audience())) {
            throw refused();
        }
        // Made in the future is made up, or by a clock that is not to be trusted with the end of it either.
        if (claims.getIssuedAt().getValueInMillis() > clock.millis() + SKEW.toMillis()) {
            throw refused();
        }
    }

    private static boolean isKeysAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IssuerKeysAway) {
                return true;
            }
        }
        return false;
    }
}

package helpdesk.gateway.limit;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import helpdesk.platform.identity.CurrentActor;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whose a token is, if it is genuine: who made one up with the id of somebody else must not use up what that one may do. Each
 * token is verified once a minute, and not on the event loop.
 */
@ApplicationScoped
public class Callers {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 20_000;
    private static final int LONGEST_TOKEN = 8_000;
    private static final String BEARER = "Bearer ";

    private final JWTParser parser;
    private final AsyncLoadingCache<String, Optional<Caller>> known;

    Callers(JWTParser parser) {
        this.parser = parser;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(KEPT)
                .executor(Infrastructure.getDefaultWorkerPool())
                .buildAsync(this::verify);
    }

    /**
     * Who asks, as far as it is known without waiting; what is not known yet is looked up for the next time.
     *
     * @param authorization the header, or null
     */
    public Optional<Caller> ifKnown(String authorization) {
        return bearer(authorization)
                .map(this::of)
                .filter(caller -> caller.isDone() && !caller.isCompletedExceptionally())
                .flatMap(CompletableFuture::join);
    }

    /** The token in the header, if there is one. */
    static Optional<String> bearer(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** Whose it is; empty when it opens nothing. Done already for a token that was seen a moment ago. */
    CompletableFuture<Optional<Caller>> of(String token) {
        return token.length() > LONGEST_TOKEN ? CompletableFuture.completedFuture(Optional.empty()) : known.get(token);
    }

    private Optional<Caller> verify(String token) {
        try {
            JsonWebToken verified = parser.parse(token);
            boolean key = "apikey".equals(verified.getClaim(CurrentActor.KIND_CLAIM));
            return Optional.ofNullable(verified.getSubject())
                    .map(subject -> new Caller(key ? Caller.Kind.API_KEY : Caller.Kind.ACCOUNT, subject));
        } catch (ParseException notGenuine) {
            return Optional.empty();
        }
    }
}

package helpdesk.gateway.apikey;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import helpdesk.gateway.token.TokenIssuer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * The tokens that stand for API keys inside. They are kept for three seconds, which is how long a key can outlive its
 * revocation; keys that are not known are remembered as long, so that guessing does not reach the database.
 */
@ApplicationScoped
class ApiKeyTokens {

    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 10_000;

    private final ApiKeyRepository keys;
    private final TokenIssuer tokens;
    private final ApiKeyUses uses;
    private final Clock clock;
    private final AsyncLoadingCache<String, Optional<Exchanged>> cache;

    ApiKeyTokens(ApiKeyRepository keys, TokenIssuer tokens, ApiKeyUses uses, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.uses = uses;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(KEPT)
                .executor(Infrastructure.getDefaultWorkerPool())
                .buildAsync(this::exchange);
    }

    /** What stands for this key, without blocking; empty when the key opens nothing. */
    CompletableFuture<Optional<Exchanged>> tokenFor(ApiKeySecret secret) {
        return cache.get(secret.text()).thenApply(found -> {
            Optional<Exchanged> good = found.filter(exchanged -> clock.instant().isBefore(exchanged.expiresAt()));
            good.ifPresent(exchanged -> uses.remember(exchanged.key()));
            return good;
        });
    }

    private Optional<Exchanged> exchange(String text) {
        Instant now = clock.instant();
        byte[] hash = new ApiKeySecret(text).hash();
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.hashed(hash))
                .map(key -> exchanged(key, key.validUntil(hash, now.plus(TOKEN_LIFETIME))))
                .filter(exchanged -> now.isBefore(exchanged.expiresAt()));
    }

    private Exchanged exchanged(ApiKey key, Instant expiresAt) {
        return new Exchanged(
                key.id(), tokens.forApiKey(key.id(), key.name(), key.roles(), expiresAt), key.scopes(), expiresAt);
    }

    /**
     * What stands for a key inside.
     *
     * @param scopes null when the key may do all that its roles may
     */
    record Exchanged(UUID key, String token, List<String> scopes, Instant expiresAt) {

        /** The scope that a request would need and the key has not. */
        Optional<String> missing(String method, String path) {
            return RouteClass.of(method, path)
                    .filter(needed -> scopes != null && !needed.isIn(scopes))
                    .map(RouteClass::scope);
        }

        /** Without the token, so that no log can show it. */
        @Override
        public String toString() {
            return "Exchanged[key=" + key + "]";
        }
    }
}

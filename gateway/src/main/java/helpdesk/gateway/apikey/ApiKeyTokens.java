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
import java.util.Optional;
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
    private final Clock clock;
    private final AsyncLoadingCache<String, Optional<Exchanged>> cache;

    ApiKeyTokens(ApiKeyRepository keys, TokenIssuer tokens, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(KEPT)
                .executor(Infrastructure.getDefaultWorkerPool())
                .buildAsync(this::exchange);
    }

    /** The token for this key, without blocking; empty when the key opens nothing. */
    CompletableFuture<Optional<String>> tokenFor(ApiKeySecret secret) {
        return cache.get(secret.text())
                .thenApply(found -> found.filter(exchanged -> clock.instant().isBefore(exchanged.expiresAt()))
                        .map(Exchanged::token));
    }

    private Optional<Exchanged> exchange(String text) {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.hashed(new ApiKeySecret(text).hash()))
                .filter(key -> key.valid(now))
                .map(key -> exchanged(key, now));
    }

    private Exchanged exchanged(ApiKey key, Instant now) {
        Instant end = now.plus(TOKEN_LIFETIME);
        Instant expiresAt = key.expiresAt() == null || end.isBefore(key.expiresAt()) ? end : key.expiresAt();
        return new Exchanged(tokens.forApiKey(key.id(), key.name(), key.roles(), expiresAt), expiresAt);
    }

    private record Exchanged(String token, Instant expiresAt) {}
}

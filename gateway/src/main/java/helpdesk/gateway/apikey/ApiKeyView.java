package helpdesk.gateway.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An API key as administrators see it.
 *
 * @param key the key itself, only in the answer that makes it, or gives it another secret
 */
@Schema(name = "ApiKey")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKeyView(
        UUID id,
        String name,
        List<String> roles,

        @Schema(description = "What of its roles' rights it may use; absent means all of them")
        List<String> scopes,

        @Schema(description = "Only in the answer to the request that made or rotated it; it cannot be shown again")
        String key,

        @Schema(description = "The beginning of the key, to tell keys apart")
        String prefix,

        Instant createdAt,
        Instant expiresAt,

        @Schema(description = "Until when the former secret is good; absent when there is none")
        Instant formerSecretUntil,

        @Schema(description = "To the minute; absent when it was never used")
        Instant lastUsedAt,

        long version) {

    static ApiKeyView of(ApiKey key) {
        return of(key, null);
    }

    static ApiKeyView of(ApiKey key, String secret) {
        return new ApiKeyView(
                key.id(),
                key.name(),
                key.roles(),
                key.scopes(),
                secret,
                key.prefix(),
                key.createdAt(),
                key.expiresAt(),
                key.previousUntil(),
                key.lastUsedAt(),
                key.version());
    }

    /** Without the key, so that no log can show it. */
    @Override
    public String toString() {
        return "ApiKeyView[id=" + id + "]";
    }
}

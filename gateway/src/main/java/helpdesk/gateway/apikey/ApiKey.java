package helpdesk.gateway.apikey;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A program's right to use the API. The key itself is not kept, only its hash. */
@Entity
public class ApiKey extends Aggregate {

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> scopes;

    private String prefix;
    private byte[] hash;
    private byte[] previousHash;
    private Instant previousUntil;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant revokedAt;

    /** Written beside the entity, so that being used changes no version. */
    @Column(insertable = false, updatable = false)
    private Instant lastUsedAt;

    /** For the persistence provider. */
    protected ApiKey() {}

    ApiKey(String name, List<String> roles, List<String> scopes, ApiKeySecret secret, Instant expiresAt, Instant now) {
        super(Ids.next());
        this.name = name;
        this.roles = roles;
        this.scopes = scopes;
        this.prefix = secret.prefix();
        this.hash = secret.hash();
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /**
     * Takes another secret. The one before the former is good no longer, if it still was.
     *
     * @param formerUntil until when the former secret is good; not after now ends it at once
     */
    void rotate(ApiKeySecret secret, Instant formerUntil, Instant now) {
        boolean overlaps = formerUntil.isAfter(now);
        previousHash = overlaps ? hash : null;
        previousUntil = overlaps ? formerUntil : null;
        prefix = secret.prefix();
        hash = secret.hash();
    }

    /** Ends it for good. */
    void revoke(Instant now) {
        revokedAt = now;
    }

    /**
     * Until when a secret of this key opens anything.
     *
     * @param secretHash of its secret, or of its former one
     * @param latest to be returned when nothing ends it earlier
     * @return not after now when it opens nothing
     */
    Instant validUntil(byte[] secretHash, Instant latest) {
        if (revokedAt != null) {
            return revokedAt;
        }
        boolean isFormer = !Arrays.equals(hash, secretHash);
        return Stream.of(latest, expiresAt, isFormer ? previousUntil : null)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    String name() {
        return name;
    }

    List<String> roles() {
        return roles;
    }

    /** Null when it may do all that its roles may. */
    List<String> scopes() {
        return scopes;
    }

    /** Until when the former secret is good; null when there is none. */
    Instant previousUntil() {
        return previousUntil;
    }

    /** To the minute; null when it was never used. */
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    String prefix() {
        return prefix;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Null when it never expires. */
    Instant expiresAt() {
        return expiresAt;
    }
}

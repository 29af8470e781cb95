package helpdesk.gateway.apikey;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.persistence.Ids;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A program's right to use the API. The key itself is not kept, only its hash. */
@Entity
public class ApiKey extends Aggregate {

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    private String prefix;
    private byte[] hash;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant revokedAt;

    /** For the persistence provider. */
    protected ApiKey() {}

    ApiKey(String name, List<String> roles, ApiKeySecret secret, Instant expiresAt, Instant now) {
        super(Ids.next());
        this.name = name;
        this.roles = roles;
        this.prefix = secret.prefix();
        this.hash = secret.hash();
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** Ends it for good. */
    void revoke(Instant now) {
        revokedAt = now;
    }

    /** Whether it opens anything at this time. */
    boolean valid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    String name() {
        return name;
    }

    List<String> roles() {
        return roles;
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

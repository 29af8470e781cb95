package helpdesk.gateway.apikey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The API keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The key whose secret, or former secret, has this hash. */
    Optional<ApiKey> hashed(byte[] hash) {
        return find("hash = ?1 or previousHash = ?1", (Object) hash).firstResultOptional();
    }

    Optional<ApiKey> active(UUID id) {
        return find("id = ?1 and revokedAt is null", id).firstResultOptional();
    }

    boolean isNameTaken(String name) {
        return count("name = ?1 and revokedAt is null", name) > 0;
    }

    List<ApiKey> activeAfter(UUID id, int limit) {
        return find("revokedAt is null and id > ?1", Sort.by("id"), id == null ? BEFORE_ALL : id)
                .range(0, limit - 1)
                .list();
    }
}

package helpdesk.gateway.apikey;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.audit.AuditAction;
import helpdesk.gateway.audit.AuditLog;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Makes and revokes API keys. */
@ApplicationScoped
class ApiKeyService {

    private final ApiKeyRepository keys;
    private final AuditLog audit;
    private final Clock clock;

    ApiKeyService(ApiKeyRepository keys, AuditLog audit, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    ApiKey create(NewApiKey request, ApiKeySecret secret) {
        String name = request.name().strip();
        if (keys.isNameTaken(name)) {
            throw taken(name);
        }
        ApiKey key = new ApiKey(
                name,
                request.roles().stream().distinct().sorted().toList(),
                secret,
                request.expiresAt(),
                clock.instant());
        try {
            keys.persistAndFlush(key);
        } catch (ConstraintViolationException somebodyWasFaster) {
            throw taken(name);
        }
        audit.append(AuditAction.API_KEY_CREATED, actor(key.id()), String.join(", ", request.roles()));
        return key;
    }

    @Transactional
    void revoke(UUID id, IfMatch ifMatch) {
        ApiKey key = find(id);
        ifMatch.require(key.version());
        key.revoke(clock.instant());
        audit.append(AuditAction.API_KEY_REVOKED, actor(id), null);
    }

    ApiKey find(UUID id) {
        return keys.active(id)
                .orElseThrow(() -> PlatformProblem.NOT_FOUND.problem("There is no API key with this id."));
    }

    private static Actor actor(UUID key) {
        return Actor.apiKey(key.toString());
    }

    private static Problem taken(String name) {
        return GatewayProblem.NAME_TAKEN.at(
                "/name", "Choose another name, or revoke the key that is called %s now.", name);
    }
}

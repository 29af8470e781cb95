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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Makes, rotates and revokes API keys. */
@ApplicationScoped
class ApiKeyService {

    private static final int LONGEST_DETAIL = 1_000;

    private final ApiKeyRepository keys;
    private final RouteClasses routes;
    private final AuditLog audit;
    private final Clock clock;

    ApiKeyService(ApiKeyRepository keys, RouteClasses routes, AuditLog audit, Clock clock) {
        this.keys = keys;
        this.routes = routes;
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
                scopes(request.scopes()),
                secret,
                request.expiresAt(),
                clock.instant());
        try {
            keys.persistAndFlush(key);
        } catch (ConstraintViolationException somebodyWasFaster) {
            throw taken(name);
        }
        String limits = key.scopes() == null ? "" : ", only " + String.join(" ", key.scopes());
        audit.append(AuditAction.API_KEY_CREATED, actor(key.id()), shortened(String.join(", ", key.roles()) + limits));
        return key;
    }

    /** Gives a key another secret; its former one is good for some hours more. */
    @Transactional
    ApiKey rotate(UUID id, RotateApiKey wish, ApiKeySecret secret) {
        ApiKey key = find(id);
        Instant now = clock.instant();
        Instant formerUntil = now.plus(Duration.ofHours(wish.overlapHours()));
        key.rotate(secret, formerUntil, now);
        keys.flush();
        audit.append(AuditAction.API_KEY_ROTATED, actor(id), "the former secret until " + formerUntil);
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

    private List<String> scopes(List<String> wanted) {
        if (wanted == null) {
            return null;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!routes.knows(wanted.get(i))) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        "/scopes/" + i,
                        "Nothing is at /api/v1/%s. A scope is the first word of an address and read or write.",
                        wanted.get(i).substring(0, wanted.get(i).lastIndexOf(':')));
            }
        }
        return wanted.stream().distinct().sorted().toList();
    }

    private static String shortened(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL - 1) + "…";
    }

    private static Actor actor(UUID key) {
        return Actor.apiKey(key.toString());
    }

    private static Problem taken(String name) {
        return GatewayProblem.NAME_TAKEN.at(
                "/name", "Choose another name, or revoke the key that is called %s now.", name);
    }
}

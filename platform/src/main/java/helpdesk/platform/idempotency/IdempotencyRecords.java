package helpdesk.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.identity.SharedSecret;
import helpdesk.platform.persistence.Retention;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.PlatformProblem;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The answers that were given to requests with an idempotency key. */
@ApplicationScoped
public class IdempotencyRecords {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private static final String FIND = """
            select method, path, request_hash, status, cast(headers as text) as headers, body
            from idempotency_record
            where principal = ? and key = ? and created_at > ?""";

    private static final String KEEP = """
            insert into idempotency_record
                (principal, key, method, path, request_hash, status, headers, body, created_at)
            values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)
            on conflict (principal, key) do update
            set method = excluded.method, path = excluded.path, request_hash = excluded.request_hash,
                status = excluded.status, headers = excluded.headers, body = excluded.body,
                created_at = excluded.created_at""";

    private final Sql sql;
    private final ObjectMapper json;

    /** Bodies differ in passwords too, which are never written otherwise. */
    private final ObjectMapper everything;

    private final SecurityIdentity identity;
    private final Clock clock;
    private final Retention retention;

    /** Bodies can hold passwords, which a plain hash would let guess. */
    private final SecretKeySpec bodyKey;

    IdempotencyRecords(
            Sql sql,
            ObjectMapper json,
            SecurityIdentity identity,
            Clock clock,
            Retention retention,
            SharedSecret secret) {
        this.sql = sql;
        this.json = json;
        this.everything = json.copy().setAnnotationIntrospector(new EveryField());
        this.identity = identity;
        this.clock = clock;
        this.retention = retention;
        this.bodyKey = secret.derive("idempotency");
    }

    IdempotentRequest identify(HttpServerRequest request, String key, Object[] parameters) {
        String path = request.path();
        if (identity.isAnonymous()) {
            // Customers' links are paths: each is a caller of its own, and none is kept where others could read it.
            path = digest(path.getBytes(StandardCharsets.UTF_8));
        }
        return new IdempotentRequest(principal(path), key, request.method().name(), path, hash(request, parameters));
    }

    /**
     * Claims the key until the end of the transaction.
     *
     * @return the former answer, when there is one
     * @throws helpdesk.platform.problem.Problem {@code request-in-progress} while another transaction holds the key,
     *     {@code idempotency-key-reused} when it was used for another request
     */
    Optional<RestResponse<?>> begin(IdempotentRequest request) {
        if (!claimed(request.principal() + '\n' + request.key())) {
            throw PlatformProblem.REQUEST_IN_PROGRESS
                    .problem("The same key is being worked on right now. Try again in a second.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        return sql.first(
                        FIND,
                        KeptAnswer::read,
                        request.principal(),
                        request.key(),
                        clock.instant().minus(KEPT))
                .map(kept -> replay(request, kept));
    }

    private boolean claimed(String name) {
        return sql.first("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", row -> row.getBoolean(1), name)
                .orElseThrow();
    }

    /** Keeps the answer. */
    void complete(IdempotentRequest request, RestResponse<?> answer) {
        sql.execute(
                KEEP,
                request.principal(),
                request.key(),
                request.method(),
                request.path(),
                request.bodyHash(),
                answer.getStatus(),
                write(headers(answer)),
                answer.getEntity() == null ? "" : write(answer.getEntity()),
                clock.instant());
    }

    /** Forgets answers whose time is over. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        retention.deleteOlder(
                "idempotency_record", "created_at", clock.instant().minus(KEPT));
    }

    private RestResponse<?> replay(IdempotentRequest request, KeptAnswer kept) {
        if (!kept.isFor(request)) {
            throw PlatformProblem.IDEMPOTENCY_KEY_REUSED.at(
                    "header:" + IdempotencyInterceptor.KEY, "Use a new key for a new request.");
        }
        try {
            ResponseBuilder<Object> answer = ResponseBuilder.create(kept.status());
            json.readValue(kept.headers(), HEADERS).forEach(answer::header);
            if (!kept.body().isEmpty()) {
                // As it was written: reading and writing it again could change how numbers look.
                answer.entity(new RawValue(kept.body()));
            }
            return answer.header(IdempotencyInterceptor.REPLAYED, "true").build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(RestResponse<?> answer) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG)) {
            String value = answer.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private String principal(String path) {
        if (identity.isAnonymous()) {
            return "anonymous:" + path;
        }
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    private String digest(byte[] content) {
        return HexFormat.of().formatHex(mac().doFinal(content));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(bodyKey);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private String hash(HttpServerRequest request, Object[] parameters) {
        try {
            Mac digest = mac();
            digest.update(String.valueOf(request.query()).getBytes(StandardCharsets.UTF_8));
            for (Object parameter : parameters) {
                if (parameter instanceof MergePatch patch) {
                    digest.update(json.writeValueAsBytes(patch.changes()));
                } else if (isContent(parameter)) {
                    digest.update(everything.writeValueAsBytes(parameter));
                }
            }
            return HexFormat.of().formatHex(digest.doFinal());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bodies, parts of the path and headers; not what the framework hands in. */
    private static boolean isContent(Object parameter) {
        return switch (parameter) {
            case null -> true;
            case Record ignored -> true;
            case CharSequence ignored -> true;
            case Number ignored -> true;
            case Boolean ignored -> true;
            case Enum<?> ignored -> true;
            case UUID ignored -> true;
            case Temporal ignored -> true;
            case Collection<?> ignored -> true;
            case Map<?, ?> ignored -> true;
            case JsonNode ignored -> true;
            case byte[] ignored -> true;
            default -> false;
        };
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

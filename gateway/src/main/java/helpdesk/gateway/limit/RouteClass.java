package helpdesk.gateway.limit;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** Kinds of requests that are counted apart from each other. */
enum RouteClass {
    READ,
    WRITE,
    SIGN_IN,
    STREAM;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** @param path normalized */
    static RouteClass of(HttpMethod method, String path) {
        if (READS.contains(method)) {
            return path.startsWith("/api/v1/") && path.endsWith("/stream") ? STREAM : READ;
        }
        return path.startsWith("/api/v1/auth/") || path.startsWith("/api/v1/password-resets/") ? SIGN_IN : WRITE;
    }
}

package helpdesk.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets pages from the origins in {@code HELPDESK_CORS_ORIGINS} use the API, each named exactly. For any other origin nothing
 * is said, and the browser keeps the answer from the page. Credentials are headers here, never cookies.
 */
@ApplicationScoped
class Cors {

    private static final int PRIORITY = 9_000;
    private static final String PREFLIGHT_SECONDS = "600";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, X-Api-Key, Content-Type, Accept, Accept-Language,"
            + " If-Match, If-None-Match, Idempotency-Key, Last-Event-ID, Prefer, X-Request-Id, traceparent";
    private static final String ANSWER_HEADERS =
            "ETag, Location, Content-Disposition, Link, Deprecation, Sunset, Retry-After, X-Request-Id, Idempotency-Replayed,"
                    + " RateLimit, RateLimit-Policy, WWW-Authenticate";

    private final Set<String> origins;

    Cors(@ConfigProperty(name = "helpdesk.cors.origins") Optional<List<String>> origins) {
        this.origins =
                Set.copyOf(origins.orElse(List.of()).stream().map(String::strip).toList());
    }

    void install(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        MultiMap answer = context.response().headers();
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (!origins.isEmpty()) {
            answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        boolean allowed = origin != null && origins.contains(origin);
        if (allowed) {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            answer.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
        }
        if (!isPreflight(context)) {
            context.next();
            return;
        }
        if (allowed) {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
            answer.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
        }
        context.response().setStatusCode(204).end();
    }

    private static boolean isPreflight(RoutingContext context) {
        return context.request().method() == HttpMethod.OPTIONS
                && context.request().headers().contains(HttpHeaders.ORIGIN)
                && context.request().headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}

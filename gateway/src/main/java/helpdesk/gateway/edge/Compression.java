package helpdesk.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;

/**
 * Which answers are compressed for who takes that: text that was read, and is long enough. Secrets are given in answers to POST
 * only, and pages behind links have a secret in their address: neither is compressed, because the length of what is compressed
 * tells what is in it (BREACH). Events would wait until there are enough of them.
 */
@ApplicationScoped
class Compression {

    /** Before everything that adds to the head of an answer, because who comes first here has the last word there. */
    private static final int PRIORITY = 9_600;

    private static final int OK = 200;
    private static final long SHORTEST = 1_024;
    private static final String NONE = "identity";
    private static final List<String> PRIVATE_PAGES = List.of("/a/", "/c/", "/p/", "/u/");
    private static final List<String> TEXTS = List.of(
            "application/json",
            "application/problem+json",
            "application/cloudevents+json",
            "application/cloudevents-batch+json",
            "application/javascript",
            "application/yaml",
            "application/vnd.oai.openapi",
            "image/svg+xml",
            "text/");
    private static final String EVENTS = "text/event-stream";

    void install(@Observes Filters filters) {
        filters.register(this::prepare, PRIORITY);
    }

    private void prepare(RoutingContext context) {
        context.addHeadersEndHandler(ready -> decide(context));
        context.next();
    }

    private static void decide(RoutingContext context) {
        MultiMap headers = context.response().headers();
        // The server notes beforehand that nothing is to be compressed, and a service its own word beside it.
        List<String> packed = headers.getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .filter(coding -> !coding.equalsIgnoreCase(NONE))
                .toList();
        if (!packed.isEmpty()) {
            headers.set(HttpHeaders.CONTENT_ENCODING, String.join(", ", packed));
        } else if (isSuitable(context, headers)) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            // Without a word on it the server compresses for who takes that.
            headers.remove(HttpHeaders.CONTENT_ENCODING);
        } else {
            headers.set(HttpHeaders.CONTENT_ENCODING, NONE);
        }
    }

    private static boolean isSuitable(RoutingContext context, MultiMap headers) {
        String path = context.normalizedPath();
        return context.request().method() == HttpMethod.GET
                && context.response().getStatusCode() == OK
                && isText(headers.get(HttpHeaders.CONTENT_TYPE))
                && !isShort(headers.get(HttpHeaders.CONTENT_LENGTH))
                && !headers.contains(HttpHeaders.CONTENT_RANGE)
                && path != null
                && PRIVATE_PAGES.stream().noneMatch(path::startsWith);
    }

    private static boolean isText(String type) {
        if (type == null) {
            return false;
        }
        String lower = type.toLowerCase(Locale.ROOT);
        return !lower.startsWith(EVENTS) && TEXTS.stream().anyMatch(lower::startsWith);
    }

    private static boolean isShort(String length) {
        return length != null && Long.parseLong(length) < SHORTEST;
    }
}

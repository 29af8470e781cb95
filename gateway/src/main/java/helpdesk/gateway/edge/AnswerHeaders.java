package helpdesk.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer of the gateway says to browsers, whoever behind it made the answer, and {@code Location} without the
 * name of a host: services do not know by which one they are reached from outside.
 */
@ApplicationScoped
class AnswerHeaders {

    private static final int PRIORITY = 9_500;
    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** The page has its settings in a script of its own; it holds no secrets and no cookies exist. */
    private static final String DOCUMENT_PAGE = "default-src 'none'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final boolean behindTls;

    AnswerHeaders(@ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.behindTls = publicUrl.startsWith("https:");
    }

    void install(@Observes Filters filters) {
        filters.register(this::prepare, PRIORITY);
    }

    private void prepare(RoutingContext context) {
        context.addHeadersEndHandler(ready -> complete(context));
        context.next();
    }

    private void complete(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        // A service that serves a file knows better what a browser may do with it.
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", isDocumentPage(context) ? DOCUMENT_PAGE : NOTHING);
        }
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
        if (behindTls || context.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        makeLocationRelative(context, headers);
    }

    private static boolean isDocumentPage(RoutingContext context) {
        String path = context.normalizedPath();
        return path != null && (path.equals("/docs") || path.startsWith("/docs/"));
    }

    private static void makeLocationRelative(RoutingContext context, MultiMap headers) {
        String location = headers.get("Location");
        if (location == null || context.request().authority() == null) {
            return;
        }
        String host = "://" + context.request().authority();
        int at = location.indexOf(host);
        if (at > 0 && location.startsWith("/", at + host.length())) {
            headers.set("Location", location.substring(at + host.length()));
        }
    }
}

package helpdesk.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a body may be. The server has a limit of its own above it, but answers it without a word. */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_ROUTES = 9_000;

    private final long bytes;

    BodyLimit(@ConfigProperty(name = "helpdesk.http.longest-body") MemorySize longest) {
        this.bytes = longest.asLongValue();
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ROUTES);
    }

    /** The stream, which refuses to be read beyond the limit. */
    InputStream guard(InputStream body) {
        return new CountedBody(body, bytes, () -> StatusProblems.of(413));
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isTooLong(length)) {
            request.fail(413);
        } else {
            request.next();
        }
    }

    private boolean isTooLong(String length) {
        try {
            return Long.parseLong(length) > bytes;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}

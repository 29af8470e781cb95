package helpdesk.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a body may be. The server has a limit of its own above it, but answers it without a word. */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_ROUTES = 9_000;

    private final long usual;
    private final long upload;
    private final Pattern uploads;
    private final CurrentVertxRequest http;

    /** @param uploads which addresses take files: a regular expression for the whole path of a POST */
    BodyLimit(
            @ConfigProperty(name = "helpdesk.http.longest-body") MemorySize longest,
            @ConfigProperty(name = "helpdesk.http.longest-upload") MemorySize longestUpload,
            @ConfigProperty(name = "helpdesk.http.uploads") Optional<String> uploads,
            CurrentVertxRequest http) {
        this.usual = longest.asLongValue();
        this.upload = longestUpload.asLongValue();
        this.uploads = uploads.map(Pattern::compile).orElse(null);
        this.http = http;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ROUTES);
    }

    /** The stream, which refuses to be read beyond the limit. */
    InputStream guard(InputStream body) {
        return new CountedBody(body, of(http.getCurrent()), () -> StatusProblems.of(413));
    }

    /** How many bytes the body of this request may have. */
    private long of(RoutingContext request) {
        boolean isUpload = uploads != null
                && request.request().method() == HttpMethod.POST
                && uploads.matcher(request.normalizedPath()).matches();
        return isUpload ? upload : usual;
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isTooLong(length, of(request))) {
            request.fail(413);
        } else {
            request.next();
        }
    }

    private static boolean isTooLong(String length, long bytes) {
        try {
            return Long.parseLong(length) > bytes;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}

package helpdesk.platform.http;

import helpdesk.platform.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.FilterInputStream;
import java.io.IOException;
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
        return new Guarded(body);
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

    private final class Guarded extends FilterInputStream {

        private long left = bytes;

        private Guarded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            count(count);
            return count;
        }

        private void count(int read) {
            left -= Math.max(0, read);
            if (left < 0) {
                throw tooLarge();
            }
        }

        private static Problem tooLarge() {
            return StatusProblems.of(413);
        }
    }
}

package helpdesk.gateway.edge;

import helpdesk.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading the body of a request to a resource of the gateway itself when it grows beyond the {@link BodyLimit}. */
@Provider
public class CountedReading implements ReaderInterceptor {

    private final CurrentVertxRequest current;

    CountedReading(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        RoutingContext request = current.getCurrent();
        context.setInputStream(
                new Counted(context.getInputStream(), BodyLimit.of(request), BodyLimit.tooLarge(request)));
        return context.proceed();
    }

    private static final class Counted extends FilterInputStream {

        private final Problem tooLarge;
        private long left;

        private Counted(InputStream body, long limit, Problem tooLarge) {
            super(body);
            this.left = limit;
            this.tooLarge = tooLarge;
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
                throw tooLarge;
            }
        }
    }
}

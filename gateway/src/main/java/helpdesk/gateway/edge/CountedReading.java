package helpdesk.gateway.edge;

import helpdesk.platform.http.CountedBody;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

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
                new CountedBody(context.getInputStream(), BodyLimit.of(request), () -> BodyLimit.tooLarge(request)));
        Object read = context.proceed();
        BodyArrival.note(request);
        return read;
    }
}

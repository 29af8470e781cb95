package helpdesk.platform.http;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Leads clients away from a process that stops: between the signal and the moment from which it takes nothing more, each answer
 * ends its connection, so that the next request goes elsewhere and none meets a connection that is being closed.
 */
@ApplicationScoped
class ConnectionDrain {

    private static final int PRIORITY = 9_900;

    /** What was written is out by then; Vert.x would wait for ever. */
    private static final long MOMENT_MILLIS = 1_000;

    private final Vertx vertx;
    private final Thread onTermination = new Thread(() -> begun = true, "drain-connections");
    private volatile boolean begun;

    ConnectionDrain(Vertx vertx) {
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(onTermination);
    }

    void stop(@Observes ShutdownEvent event) {
        begun = true;
        try {
            Runtime.getRuntime().removeShutdownHook(onTermination);
        } catch (IllegalStateException alreadyRunning) {
            // It is what stops us.
        }
    }

    void install(@Observes Filters filters) {
        filters.register(this::prepare, PRIORITY);
    }

    private void prepare(RoutingContext context) {
        HttpConnection connection = context.request().connection();
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.addEndHandler(done -> {
                if (begun) {
                    // No new requests; those under way beside it end as they would.
                    connection.shutdownHandler(over -> connection.close());
                    connection.goAway(0);
                }
            });
        } else {
            context.addHeadersEndHandler(ready -> {
                if (begun) {
                    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                    context.addEndHandler(done -> vertx.setTimer(MOMENT_MILLIS, over -> connection.close()));
                }
            });
        }
        context.next();
    }
}

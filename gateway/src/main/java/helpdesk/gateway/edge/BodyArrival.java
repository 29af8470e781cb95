package helpdesk.gateway.edge;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** When all of the body of a request was there: from then on it is not the client that is slow. */
public final class BodyArrival {

    private static final String KEY = BodyArrival.class.getName();

    private BodyArrival() {}

    /** It is there now. */
    public static void note(RoutingContext context) {
        context.put(KEY, System.nanoTime());
    }

    /** When, by {@link System#nanoTime}; empty for what has no body, or not all of it yet. */
    public static Optional<Long> of(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }
}

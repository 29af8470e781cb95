package helpdesk.gateway.overload;

import helpdesk.gateway.edge.BodyArrival;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request on its lane, until its answer begins: what is slow behind that is the client, or has no end by its nature. */
final class Passage {

    /** What is refused is told quickly, and what failed says nothing about how much there is to do. */
    private static final int FIRST_FAILURE = 400;

    private final RoutingContext context;
    private final Lane lane;
    private final long begun = System.nanoTime();
    private final AtomicBoolean over = new AtomicBoolean();

    private Passage(RoutingContext context, Lane lane) {
        this.context = context;
        this.lane = lane;
    }

    /** Looks after a place that was taken. */
    static void of(RoutingContext context, Lane lane) {
        Passage passage = new Passage(context, lane);
        context.addHeadersEndHandler(answered -> passage.answered());
        context.addEndHandler(gone -> passage.leave());
    }

    private void answered() {
        if (leave() && context.response().getStatusCode() < FIRST_FAILURE) {
            // A client that sends slowly is no reason to take fewer requests.
            long since = Math.max(begun, BodyArrival.of(context).orElse(begun));
            lane.learn(since, System.nanoTime() - since);
        }
    }

    private boolean leave() {
        boolean first = over.compareAndSet(false, true);
        if (first) {
            lane.leave();
        }
        return first;
    }
}

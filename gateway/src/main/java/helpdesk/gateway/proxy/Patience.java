package helpdesk.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for one thing, and runs out when it does not come. Lives on one event loop. */
final class Patience {

    private final Vertx vertx;
    private final Duration limit;
    private final Runnable over;
    private long since;
    private long timer;
    private boolean ended;

    private Patience(Vertx vertx, Duration limit, Runnable over) {
        this.vertx = vertx;
        this.limit = limit;
        this.over = over;
        renew();
        lookAfter(limit.toNanos());
    }

    /**
     * Begins to wait.
     *
     * @param over run once when the limit is over, counted from now or the last {@link #renew}, and {@link #end} was not
     *     called
     */
    static Patience of(Vertx vertx, Duration limit, Runnable over) {
        return new Patience(vertx, limit, over);
    }

    /** Something moved: the limit counts from now. Cheap enough for each piece of a body. */
    void renew() {
        since = System.nanoTime();
    }

    /** It came. */
    void end() {
        ended = true;
        vertx.cancelTimer(timer);
    }

    private void lookAfter(long nanos) {
        timer = vertx.setTimer(TimeUnit.NANOSECONDS.toMillis(nanos) + 1, fired -> look());
    }

    private void look() {
        long left = limit.toNanos() - (System.nanoTime() - since);
        if (left > 0) {
            lookAfter(left);
        } else if (!ended) {
            ended = true;
            over.run();
        }
    }
}

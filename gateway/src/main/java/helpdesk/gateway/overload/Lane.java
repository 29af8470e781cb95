package helpdesk.gateway.overload;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.Gradient2Limit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The places for requests that are under way to one service. There are more while it answers as quickly as usual, and fewer when
 * answers come later: then they wait for each other, and one more would only make all of them later.
 */
final class Lane {

    private static final long WINDOW_MILLIS = 100;
    private static final int LEAST_SAMPLES = 10;

    /** Answers that take so much longer than usual are taken for waiting. */
    private static final double TOLERANCE = 2.0;

    private final Limit limit;
    private final AtomicInteger underWay = new AtomicInteger();

    Lane(OverloadSettings settings) {
        this.limit = WindowedLimit.newBuilder()
                .minWindowTime(WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                .windowSize(LEAST_SAMPLES)
                .build(Gradient2Limit.newBuilder()
                        .initialLimit(settings.first())
                        .minLimit(settings.least())
                        .maxConcurrency(settings.most())
                        .rttTolerance(TOLERANCE)
                        .build());
    }

    /** Takes a place, if there is one for what is so important; it has to be given back. */
    boolean enter(Importance importance) {
        int most = (int) Math.max(1, limit.getLimit() * importance.share());
        int before = underWay.get();
        while (before < most) {
            if (underWay.compareAndSet(before, before + 1)) {
                return true;
            }
            before = underWay.get();
        }
        return false;
    }

    /** Gives a place back. */
    void leave() {
        underWay.decrementAndGet();
    }

    /**
     * Learns from an answer.
     *
     * @param begun when it was asked for, by {@link System#nanoTime}
     * @param nanos how long it took
     */
    void learn(long begun, long nanos) {
        limit.onSample(begun, nanos, underWay.get(), false);
    }

    /** How many places there are now. */
    int limit() {
        return limit.getLimit();
    }

    /** How many of them are taken. */
    int underWay() {
        return underWay.get();
    }
}

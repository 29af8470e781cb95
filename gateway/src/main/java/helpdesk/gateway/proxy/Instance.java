package helpdesk.gateway.proxy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * One process of a service. After a number of failures in a row nothing is sent to it for a while, and then one request as a
 * trial: the pause doubles with each trial that fails, and ends with the first answer.
 */
final class Instance {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String host;
    private final int port;
    private final int mostFailures;
    private final LongSupplier nanos;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean ready = true;
    private volatile boolean open;
    private volatile int failures;
    private long nextTrial;
    private Duration pause = FIRST_PAUSE;

    /**
     * One that is taken for healthy.
     *
     * @param mostFailures in a row, until it is left alone
     * @param nanos a clock that never runs backwards
     */
    Instance(String host, int port, int mostFailures, LongSupplier nanos) {
        this.host = host;
        this.port = port;
        this.mostFailures = mostFailures;
        this.nanos = nanos;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** How many requests it works on for this gateway. */
    int underWay() {
        return underWay.get();
    }

    /** Whether it says of itself that it can work; what was never asked is taken for ready. */
    boolean isReady() {
        return ready;
    }

    void ready(boolean saysSo) {
        ready = saysSo;
    }

    /** Whether a request may be sent to it now, be it as a trial. */
    boolean permits() {
        return !open || isTrialDue();
    }

    /** A request is sent to it. Of those that come at the moment of a trial only one is let through. */
    boolean begin() {
        if (open && !takeTrial()) {
            return false;
        }
        underWay.incrementAndGet();
        return true;
    }

    /** The request is over, however it went. */
    void end() {
        underWay.decrementAndGet();
    }

    /** It answered, whatever it said. */
    void answered() {
        if (open || failures > 0) {
            forgive();
        }
    }

    /** It could not be reached, broke off, or did not answer in time. */
    synchronized void failed() {
        failures++;
        if (failures >= mostFailures) {
            if (open) {
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
            nextTrial = nanos.getAsLong() + pause.toNanos();
            open = true;
        }
    }

    private synchronized void forgive() {
        failures = 0;
        pause = FIRST_PAUSE;
        open = false;
    }

    private synchronized boolean isTrialDue() {
        return nanos.getAsLong() - nextTrial >= 0;
    }

    private synchronized boolean takeTrial() {
        if (!isTrialDue()) {
            return false;
        }
        nextTrial = nanos.getAsLong() + pause.toNanos();
        return true;
    }
}

package helpdesk.notification.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Leaves a server alone that cannot be reached: for a second, then twice as long each time, and then one message asks how it is. */
final class ServerPause {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Duration longest;
    private final LongSupplier nanos;
    private Duration pause = Duration.ZERO;
    private long until;

    ServerPause(Duration longest) {
        this(longest, System::nanoTime);
    }

    ServerPause(Duration longest, LongSupplier nanos) {
        this.longest = longest;
        this.nanos = nanos;
    }

    /** How many messages it may get at once now. */
    synchronized int places(int usual) {
        if (pause.isZero()) {
            return usual;
        }
        return nanos.getAsLong() - until < 0 ? 0 : 1;
    }

    /** Says whether it could be reached. */
    synchronized void tell(boolean reached) {
        if (reached) {
            pause = Duration.ZERO;
            return;
        }
        if (!pause.isZero() && nanos.getAsLong() - until < 0) {
            // One that began before the pause.
            return;
        }
        Duration next = pause.isZero() ? SHORTEST : pause.multipliedBy(2);
        pause = next.compareTo(longest) > 0 ? longest : next;
        until = nanos.getAsLong() + pause.toNanos();
    }
}

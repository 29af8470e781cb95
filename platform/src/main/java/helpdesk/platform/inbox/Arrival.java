package helpdesk.platform.inbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Waits for what an event is about to bring: whoever has just made something in one service and uses it in another is faster
 * than the event between them. Who waits holds a transaction, so only a few may do so at once; the others are told at once
 * what they would be told after a second.
 */
public final class Arrival {

    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Semaphore PLACES = new Semaphore(4);
    private static final ScopedValue<AtomicInteger> LOOKS_LEFT = ScopedValue.newInstance();

    private Arrival() {}

    /** Does work of many parts that wait for a second all together, not each: what has not come for one has not for the next. */
    public static <T> T waitingOnce(Supplier<T> work) {
        return ScopedValue.where(LOOKS_LEFT, new AtomicInteger(LOOKS)).call(work::get);
    }

    /**
     * What the look finds, at once or within a second.
     *
     * @param look reads the database; called up to 21 times
     */
    public static <T> Optional<T> await(Supplier<Optional<T>> look) {
        Optional<T> found = look.get();
        if (found.isPresent() || !PLACES.tryAcquire()) {
            return found;
        }
        try {
            AtomicInteger left = LOOKS_LEFT.orElse(new AtomicInteger(LOOKS));
            while (found.isEmpty() && left.getAndDecrement() > 0) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                found = look.get();
            }
            return found;
        } finally {
            PLACES.release();
        }
    }
}

package helpdesk.platform.inbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
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

    private Arrival() {}

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
            for (int i = 0; i < LOOKS && found.isEmpty(); i++) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                found = look.get();
            }
            return found;
        } finally {
            PLACES.release();
        }
    }
}

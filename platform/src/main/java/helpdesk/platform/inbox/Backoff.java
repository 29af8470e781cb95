package helpdesk.platform.inbox;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double from 100 ms to 5 s, each between half and all of its length, so that consumers do not march in step. */
final class Backoff {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = Duration.ofMillis(100);

    void pause() {
        long most = next.toMillis();
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The consumer was interrupted");
        }
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}

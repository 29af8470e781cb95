package helpdesk.local.stack;

import java.time.Duration;

/** How long to wait before a part is started again: 1 s, doubled to 30 s, and 1 s again for a part that has served for a while. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration HEALTHY = Duration.ofSeconds(5);

    private Duration next = FIRST;

    /** @return the wait before the next start */
    Duration next() {
        Duration wait = next;
        Duration doubled = wait.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    /** Tells for how long the part served before it ended. */
    void served(Duration time) {
        if (time.compareTo(HEALTHY) >= 0) {
            next = FIRST;
        }
    }
}

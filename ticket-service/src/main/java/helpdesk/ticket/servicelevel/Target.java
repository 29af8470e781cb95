package helpdesk.ticket.servicelevel;

import java.time.Duration;

/**
 * How long something may take.
 *
 * @param goalSeconds what the team aims at, not longer than the promise
 * @param promiseSeconds what the customer was told
 */
record Target(long goalSeconds, long promiseSeconds, TimeKind time) {

    Target {
        if (goalSeconds > promiseSeconds) {
            throw new IllegalArgumentException("A goal is never later than its promise");
        }
    }

    Duration goal() {
        return Duration.ofSeconds(goalSeconds);
    }

    Duration promise() {
        return Duration.ofSeconds(promiseSeconds);
    }
}

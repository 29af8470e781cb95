package helpdesk.ticket.servicelevel;

import java.time.Duration;

/**
 * How long something may take.
 *
 * @param goal what the team aims at, not longer than the promise
 * @param promise what the customer was told
 */
record Target(Duration goal, Duration promise) {

    Target {
        if (goal.compareTo(promise) > 0) {
            throw new IllegalArgumentException("A goal is never later than its promise");
        }
    }
}

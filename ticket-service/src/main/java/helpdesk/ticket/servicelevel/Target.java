package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;

/**
 * How long something may take.
 *
 * @param goalSeconds what the team aims at, not longer than the promise
 * @param promiseSeconds what the customer was told
 * @param escalatesAt when the ticket goes to the next tier; null for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Target(long goalSeconds, long promiseSeconds, TimeKind time, EscalatesAt escalatesAt) {

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

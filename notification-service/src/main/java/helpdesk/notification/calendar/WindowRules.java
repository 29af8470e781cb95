package helpdesk.notification.calendar;

import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Which windows can be booked: 15 minutes to 12 hours, from now on, up to 365 days ahead. */
@ApplicationScoped
public class WindowRules {

    /** No window begins further ahead. */
    static final Duration HORIZON = Duration.ofDays(365);

    static final Duration SHORTEST = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(12);

    private final Clock clock;

    WindowRules(Clock clock) {
        this.clock = clock;
    }

    /**
     * The window, to the second.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request} when it cannot be booked
     */
    public Window require(Instant windowStart, Instant windowEnd) {
        Window window =
                new Window(windowStart.truncatedTo(ChronoUnit.SECONDS), windowEnd.truncatedTo(ChronoUnit.SECONDS));
        Instant now = clock.instant();
        if (window.start().isBefore(now)) {
            throw PlatformProblem.INVALID_REQUEST.at("/windowStart", "Choose a window that is still to come.");
        }
        if (window.start().isAfter(now.plus(HORIZON))) {
            throw PlatformProblem.INVALID_REQUEST.at("/windowStart", "Choose a window in the next 365 days.");
        }
        if (window.length().compareTo(SHORTEST) < 0) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    "/windowEnd", "Let the window end at least 15 minutes after it begins.");
        }
        if (window.length().compareTo(LONGEST) > 0) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    "/windowEnd", "Let the window end at most 12 hours after it begins.");
        }
        return window;
    }
}

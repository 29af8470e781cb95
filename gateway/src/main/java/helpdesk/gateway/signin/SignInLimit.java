package helpdesk.gateway.signin;

import java.time.Duration;

/** How long one has to wait after failures: not at all for the first, then a second, and twice as long each time. */
enum SignInLimit {

    /** For a username from one address: who forgot the password, or guesses. */
    HERE(10, Duration.ofMinutes(15), Duration.ofHours(24)),

    /**
     * For a username from everywhere where nobody has signed in with it. Short, because strangers can use it up: it slows down
     * many who guess together, and lets the owner in soon, wherever that is.
     */
    STRANGERS(20, Duration.ofMinutes(1), Duration.ofHours(24)),

    /** For an address, whatever the usernames: who tries one password on everybody. */
    ADDRESS(50, Duration.ofMinutes(15), Duration.ofHours(1));

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    private final int free;
    private final Duration longest;
    private final Duration memory;

    SignInLimit(int free, Duration longest, Duration memory) {
        this.free = free;
        this.longest = longest;
        this.memory = memory;
    }

    /** From the latest failure on. */
    Duration waitAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - free, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** So long after the latest failure all are forgotten. */
    Duration memory() {
        return memory;
    }
}

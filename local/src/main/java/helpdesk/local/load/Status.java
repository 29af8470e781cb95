package helpdesk.local.load;

import java.time.Duration;
import java.util.Locale;

/** How far a made-up ticket is, in the words of the ticket database. */
enum Status {
    NEW,
    OPEN,
    PENDING,
    ON_HOLD,
    RESOLVED,
    CLOSED;

    /** The microseconds after which the ticket service closes what is resolved, unless it is told otherwise. */
    static final long CLOSED_AFTER = micros(Duration.ofDays(4));

    /** What is not closed is among the newest quarter. */
    private static final double OLD = 0.75;

    private static final int UNSOLVED_PERCENT_OF_NEW_ONES = 40;
    private static final int RESOLVED_PERCENT_OF_NEW_ONES = 20;

    /**
     * Of all tickets 85 % are closed, 5 % resolved, 10 % unsolved.
     *
     * @param position the ticket's place among all, from 0 for the oldest to 1 for the newest
     * @param age in microseconds
     * @param staffed whether there is anybody who can have resolved it
     */
    static Status draw(Draw draw, double position, long age, boolean staffed) {
        Status status = CLOSED;
        if (position >= OLD) {
            int percent = draw.below(100);
            if (percent < UNSOLVED_PERCENT_OF_NEW_ONES) {
                return unsolved(draw);
            }
            status = percent < UNSOLVED_PERCENT_OF_NEW_ONES + RESOLVED_PERCENT_OF_NEW_ONES ? RESOLVED : CLOSED;
        }
        boolean canBeClosed = age > CLOSED_AFTER + micros(Duration.ofHours(1));
        if (status == CLOSED && !canBeClosed) {
            status = RESOLVED;
        }
        if (status == RESOLVED && !staffed) {
            return canBeClosed ? CLOSED : OPEN;
        }
        return status;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody has solved it. */
    boolean isSolved() {
        return this == RESOLVED || this == CLOSED;
    }

    private static Status unsolved(Draw draw) {
        int percent = draw.below(100);
        if (percent < 20) {
            return NEW;
        }
        return percent < 65 ? OPEN : percent < 90 ? PENDING : ON_HOLD;
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1000;
    }
}

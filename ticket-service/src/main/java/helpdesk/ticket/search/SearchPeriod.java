package helpdesk.ticket.search;

import java.time.Duration;
import java.time.Instant;

/**
 * What each document tells besides its words: the days on which its ticket was created and last changed, and the spans of 8, 64
 * and 512 days that these belong to. What is first among many hits is so looked for among the hits of one span.
 */
public enum SearchPeriod {
    CREATED(0),
    UPDATED(10_000_000);

    /** How many lengths there are. */
    public static final int LEVELS = 4;

    private static final int OF_LEVEL = 1_000_000;

    /** Each length is two to this power times the one before. */
    private static final int DOUBLINGS = 3;

    private final int first;

    SearchPeriod(int first) {
        this.first = first;
    }

    /**
     * The span that a moment is in and the one beside it, as the column {@code periods} numbers them. Everything between the
     * moment and the far end of the second is in one of them.
     *
     * @param level which length: 0 for a day, up to {@code LEVELS - 1}
     * @param isBackward whether the span before is meant, or the one behind
     * @return an array as PostgreSQL reads it
     */
    public String around(Instant moment, int level, boolean isBackward) {
        long day = Math.floorDiv(moment.getEpochSecond(), Duration.ofDays(1).toSeconds());
        long span = first + (long) OF_LEVEL * level + (day >> DOUBLINGS * level);
        return "{" + span + "," + (isBackward ? span - 1 : span + 1) + "}";
    }
}

package helpdesk.notification.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When something is tried again: after each failure a pause of its own, and never before the other side wants it.
 *
 * @param pauses after the first failure, the second and so on; when all are used up, it is given up
 */
public record RetryPauses(List<Duration> pauses) {

    /** A tenth more or less, so that what failed together does not come back together. */
    private static final double SPREAD = 0.1;

    /** Who wants to be left alone for longer is asked all the same. */
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    public RetryPauses {
        pauses = List.copyOf(pauses);
    }

    /**
     * The next time.
     *
     * @param tries how often it was tried, at least once
     * @param wish how long the other side wants to be left alone, if it said so
     * @param end when it was tried the last time
     * @return nothing when it was tried often enough
     */
    public Optional<Instant> next(int tries, Optional<Duration> wish, Instant end) {
        if (tries > pauses.size()) {
            return Optional.empty();
        }
        Instant usual = about(pauses.get(tries - 1), end);
        return Optional.of(wish.map(asked -> end.plus(asked.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : asked))
                .filter(wished -> wished.isAfter(usual))
                .orElse(usual));
    }

    /** When the pause is over, a tenth earlier or later. */
    public static Instant about(Duration pause, Instant start) {
        long spread = Math.round(
                pause.toMillis() * SPREAD * ThreadLocalRandom.current().nextDouble(-1, 1));
        return start.plus(pause).plusMillis(spread);
    }
}

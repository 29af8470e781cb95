package helpdesk.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When a delivery is tried again. */
@ApplicationScoped
class RetrySchedule {

    /** A tenth more or less, so that what failed together does not come back together. */
    private static final double SPREAD = 0.1;

    /** Who wants to be left alone for longer is asked all the same. */
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    private final List<Duration> pauses;

    RetrySchedule(WebhookSettings settings) {
        pauses = List.copyOf(settings.retries());
    }

    /**
     * The next time.
     *
     * @param tries how often it was tried in this round
     * @return nothing when it was tried often enough
     */
    Optional<Instant> next(int tries, WebhookAttempt attempt) {
        if (tries > pauses.size()) {
            return Optional.empty();
        }
        long millis = pauses.get(tries - 1).toMillis();
        long spread = Math.round(millis * SPREAD * ThreadLocalRandom.current().nextDouble(-1, 1));
        Instant usual = attempt.end().plusMillis(millis + spread);
        return Optional.of(attempt.answer()
                .retryAfter()
                .map(wish -> attempt.end().plus(wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish))
                .filter(wished -> wished.isAfter(usual))
                .orElse(usual));
    }
}

package helpdesk.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When a message is tried again. */
@ApplicationScoped
class RetryPlan {

    /** A tenth more or less, so that what failed together does not come back together. */
    private static final double SPREAD = 0.1;

    private final List<Duration> pauses;
    private final Duration afterDoubt;

    RetryPlan(DeliverySettings settings) {
        pauses = List.copyOf(settings.retries());
        afterDoubt = settings.afterDoubt();
    }

    /**
     * The next time after a failure.
     *
     * @param tries how often it was tried since it was queued
     * @return nothing when it was tried often enough
     */
    Optional<Instant> afterFailure(int tries, Instant now) {
        return tries > pauses.size() ? Optional.empty() : Optional.of(after(pauses.get(tries - 1), now));
    }

    /**
     * The next time after an attempt of which nobody knows the end.
     *
     * @param doubts how often that was so before
     * @return nothing the second time
     */
    Optional<Instant> afterDoubt(int doubts, Instant now) {
        return doubts > 0 ? Optional.empty() : Optional.of(after(afterDoubt, now));
    }

    private static Instant after(Duration pause, Instant now) {
        long spread = Math.round(
                pause.toMillis() * SPREAD * ThreadLocalRandom.current().nextDouble(-1, 1));
        return now.plus(pause).plusMillis(spread);
    }
}

package helpdesk.notification.delivery;

import helpdesk.notification.retry.RetryPauses;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a message is tried again. */
@ApplicationScoped
class RetryPlan {

    private final RetryPauses pauses;
    private final Duration afterDoubt;

    RetryPlan(DeliverySettings settings) {
        pauses = new RetryPauses(settings.retries());
        afterDoubt = settings.afterDoubt();
    }

    /**
     * The next time after a failure.
     *
     * @param tries how often it was tried since it was queued
     * @param wish how long the server wants to be left alone, if it said so
     * @return nothing when it was tried often enough
     */
    Optional<Instant> afterFailure(int tries, Optional<Duration> wish, Instant now) {
        return pauses.next(tries, wish, now);
    }

    /**
     * The next time after an attempt of which nobody knows the end.
     *
     * @param doubts how often that was so before
     * @return nothing the second time
     */
    Optional<Instant> afterDoubt(int doubts, Instant now) {
        return doubts > 0 ? Optional.empty() : Optional.of(RetryPauses.about(afterDoubt, now));
    }
}

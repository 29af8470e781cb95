package helpdesk.notification.webhook;

import helpdesk.notification.retry.RetryPauses;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** When a delivery is tried again. */
@ApplicationScoped
class RetrySchedule {

    private final RetryPauses pauses;

    RetrySchedule(WebhookSettings settings) {
        pauses = new RetryPauses(settings.retries());
    }

    /**
     * The next time.
     *
     * @param tries how often it was tried in this round
     * @return nothing when it was tried often enough
     */
    Optional<Instant> next(int tries, WebhookAttempt attempt) {
        return pauses.next(tries, attempt.answer().retryAfter(), attempt.end());
    }
}

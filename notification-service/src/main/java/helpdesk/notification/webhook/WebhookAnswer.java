package helpdesk.notification.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of an attempt.
 *
 * @param status the HTTP status, when there was an answer
 * @param retryAfter how long the other system wants to be left alone, if it said so
 */
record WebhookAnswer(WebhookOutcome outcome, Integer status, Optional<Duration> retryAfter) {

    static WebhookAnswer without(WebhookOutcome outcome) {
        return new WebhookAnswer(outcome, null, Optional.empty());
    }
}

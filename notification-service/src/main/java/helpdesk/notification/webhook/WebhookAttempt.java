package helpdesk.notification.webhook;

import java.time.Instant;

/** One attempt to deliver: when it began, how long it took, and what came of it. */
record WebhookAttempt(Instant at, int millis, WebhookAnswer answer) {

    Instant end() {
        return at.plusMillis(millis);
    }
}

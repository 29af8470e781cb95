package helpdesk.notification.webhook;

import helpdesk.platform.inbox.IncomingEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Which events a webhook wants.
 *
 * @param since what was published before is not for it
 */
record WebhookInterest(UUID webhook, boolean enabled, Instant since, List<EventPattern> events) {

    boolean isIn(IncomingEvent event) {
        // The broker tells milliseconds.
        return enabled
                && !event.publishedAt().isBefore(since.truncatedTo(ChronoUnit.MILLIS))
                && events.stream().anyMatch(pattern -> pattern.matches(event.type()));
    }
}

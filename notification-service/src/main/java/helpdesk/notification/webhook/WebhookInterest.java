package helpdesk.notification.webhook;

import java.util.List;
import java.util.UUID;

/** Which events a webhook wants. */
record WebhookInterest(UUID webhook, boolean enabled, List<EventPattern> events) {

    boolean isIn(String type) {
        return enabled && events.stream().anyMatch(pattern -> pattern.matches(type));
    }
}

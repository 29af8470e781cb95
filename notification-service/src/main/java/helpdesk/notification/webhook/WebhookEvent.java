package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What happens to a webhook: other services need to know which there are, and nothing else of them. */
sealed interface WebhookEvent extends DomainEvent {

    /** Somebody made it. */
    record Created(UUID webhookId, boolean enabled, Instant createdAt) implements WebhookEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.webhook.created.v1";
        }
    }

    /** Somebody changed it, or it was disabled because nothing arrives there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(UUID webhookId, boolean enabled, DisabledBecause disabledBecause, Instant changedAt)
            implements WebhookEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.webhook.changed.v1";
        }
    }

    /** Somebody removed it. */
    record Deleted(UUID webhookId, Instant deletedAt) implements WebhookEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.webhook.deleted.v1";
        }
    }
}

package helpdesk.notification.webhook;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.persistence.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * What a webhook is to be told, at once.
 *
 * @param id what receivers recognise it by when they get it again
 */
record Delivery(
        UUID id,
        UUID webhookId,
        String eventSource,
        String eventId,
        String type,
        String subject,
        String payload,
        Instant createdAt) {

    /** Of an event, for a webhook that is to know of it. */
    static Delivery of(IncomingEvent event, UUID webhook, String payload, Instant now) {
        return new Delivery(
                Ids.next(), webhook, event.source(), event.id(), event.type(), event.subject(), payload, now);
    }

    /** Of nothing. */
    static Delivery ping(UUID webhook, Instant now) {
        String type = "org.helpdesk.webhook.pinged.v1";
        String subject = webhook.toString();
        return new Delivery(
                Ids.next(),
                webhook,
                "/notification-service",
                Ids.next().toString(),
                type,
                subject,
                Payload.ofPing(type, subject, now),
                now);
    }
}

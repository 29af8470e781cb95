package helpdesk.notification.webhook;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.persistence.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * What a webhook is told.
 *
 * @param id what receivers recognise it by when they get it again
 * @param attempts how often it was tried in all
 * @param dueAt when it is tried next; null when it is over
 */
record Delivery(
        UUID id,
        UUID webhookId,
        String eventSource,
        String eventId,
        String type,
        String subject,
        String payload,
        DeliveryState state,
        int attempts,
        Instant dueAt,
        Instant createdAt,
        Instant finishedAt) {

    /** Of an event, for a webhook that is to know of it. */
    static Delivery of(IncomingEvent event, UUID webhook, String payload, Instant now) {
        return due(webhook, event.source(), event.id(), event.type(), event.subject(), payload, now);
    }

    /** Of nothing. */
    static Delivery ping(UUID webhook, Instant now) {
        String type = "org.helpdesk.webhook.pinged.v1";
        String subject = webhook.toString();
        return due(
                webhook,
                "/notification-service",
                Ids.next().toString(),
                type,
                subject,
                Payload.ofPing(type, subject, now),
                now);
    }

    private static Delivery due(
            UUID webhook, String source, String event, String type, String subject, String payload, Instant now) {
        return new Delivery(
                Ids.next(), webhook, source, event, type, subject, payload, DeliveryState.PENDING, 0, now, now, null);
    }
}

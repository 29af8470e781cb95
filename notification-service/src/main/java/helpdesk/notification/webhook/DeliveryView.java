package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A delivery in a list.
 *
 * @param id the {@code webhook-id} of the message
 * @param eventId what it tells of
 * @param nextAttemptAt when it is tried next, while it is pending
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WebhookDelivery")
record DeliveryView(
        UUID id,
        String type,
        String eventSource,
        String eventId,
        String subject,
        DeliveryState state,
        int attempts,
        Instant nextAttemptAt,
        Instant createdAt,
        Instant finishedAt) {

    /** One that has not been tried. */
    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.type(),
                delivery.eventSource(),
                delivery.eventId(),
                delivery.subject(),
                DeliveryState.PENDING,
                0,
                delivery.createdAt(),
                delivery.createdAt(),
                null);
    }
}

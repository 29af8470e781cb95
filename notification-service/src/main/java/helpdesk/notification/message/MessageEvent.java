package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What happens to a message. The data of each is fixed by its schema in {@code contracts/events}. */
public sealed interface MessageEvent extends DomainEvent {

    /** Its transport took it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Delivered(
            UUID messageId,
            MessageKind kind,
            MessageChannel channel,
            Transport transport,
            UUID customerId,
            UUID ticketId,
            Instant deliveredAt)
            implements MessageEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.message.delivered.v1";
        }
    }

    /**
     * It was not taken, or came back, or nobody knows, and it is not tried again.
     *
     * @param reason as the server said it, without the address, or in our words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(
            UUID messageId,
            MessageKind kind,
            MessageChannel channel,
            Transport transport,
            UUID customerId,
            UUID ticketId,
            String reason,
            Instant failedAt)
            implements MessageEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.message.failed.v1";
        }
    }

    /** Whoever got it does not want to be told such things by this channel any more. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unsubscribed(
            UUID messageId,
            MessageKind kind,
            String purpose,
            MessageChannel channel,
            UUID customerId,
            UUID ticketId,
            Instant unsubscribedAt)
            implements MessageEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.message.unsubscribed.v1";
        }
    }

    /** The customer does not want to be told such things. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withheld(
            UUID messageId,
            MessageKind kind,
            MessageChannel channel,
            UUID customerId,
            UUID ticketId,
            Instant withheldAt)
            implements MessageEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.message.withheld.v1";
        }
    }
}

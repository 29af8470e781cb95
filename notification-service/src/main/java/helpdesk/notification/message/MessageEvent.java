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

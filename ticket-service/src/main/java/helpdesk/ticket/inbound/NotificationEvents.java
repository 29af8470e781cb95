package helpdesk.ticket.inbound;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.ticket.ticketing.TicketLearning;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns that the automatic acknowledgement has reached the customer. */
@ApplicationScoped
public class NotificationEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final TicketLearning tickets;

    NotificationEvents(EventConsumer consumer, TicketLearning tickets) {
        this.consumer = consumer;
        this.tickets = tickets;
    }

    @Incoming("notifications")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "ticket-service.notifications";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        if (event.type().equals("org.helpdesk.message.delivered.v1")) {
            Delivered delivered = event.data(Delivered.class);
            if ("acknowledgement".equals(delivered.kind()) && delivered.ticketId() != null) {
                tickets.acknowledgedByMessage(delivered.ticketId());
            }
        }
    }

    private record Delivered(String kind, UUID ticketId) {}
}

package helpdesk.ticket.inbound;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.ticket.ticketing.TicketLearning;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns that the automatic acknowledgement has reached the customer. */
@ApplicationScoped
public class NotificationEvents implements NamedConsumer, EventHandler {

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
        return this;
    }

    @Override
    public void prepare(List<IncomingEvent> events) {
        tickets.hold(events.stream()
                .map(NotificationEvents::acknowledged)
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    public void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        acknowledged(event).ifPresent(tickets::acknowledgedByMessage);
    }

    /** The ticket whose acknowledgement the event says has arrived. */
    private static Optional<UUID> acknowledged(IncomingEvent event) {
        return Optional.of(event)
                .filter(one -> one.type().equals("org.helpdesk.message.delivered.v1"))
                .map(one -> one.data(Delivered.class))
                .filter(delivered -> "acknowledgement".equals(delivered.kind()))
                .map(Delivered::ticketId);
    }

    private record Delivered(String kind, UUID ticketId) {}
}

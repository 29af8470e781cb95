package helpdesk.ticket.inbound;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.ticket.customers.CustomerFacts;
import helpdesk.ticket.customers.KnownCustomers;
import helpdesk.ticket.ticketing.TicketLearning;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the replica of customers, and learns which customer a ticket's requester is. */
@ApplicationScoped
public class CustomerEvents implements NamedConsumer, EventHandler {

    private static final String IDENTIFIED = "org.helpdesk.customer.identified.v1";

    private final EventConsumer consumer;
    private final KnownCustomers customers;
    private final TicketLearning tickets;

    CustomerEvents(EventConsumer consumer, KnownCustomers customers, TicketLearning tickets) {
        this.consumer = consumer;
        this.customers = customers;
        this.tickets = tickets;
    }

    @Incoming("customers")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "ticket-service.customers";
    }

    @Override
    public EventHandler handler() {
        return this;
    }

    @Override
    public void prepare(List<IncomingEvent> events) {
        tickets.hold(events.stream()
                .filter(event -> event.type().equals(IDENTIFIED))
                .map(event -> event.data(Identified.class).ticketId())
                .toList());
    }

    @Override
    public void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        switch (event.type()) {
            case "org.helpdesk.customer.created.v1", "org.helpdesk.customer.changed.v1" ->
                customers.follow(event.data(CustomerFacts.class), event.sequence());
            case IDENTIFIED -> {
                Identified identified = event.data(Identified.class);
                tickets.identified(
                        identified.ticketId(), identified.customerId(), identified.name(), identified.preferredName());
            }
            default -> {
                // Other facts about customers do not concern tickets.
            }
        }
    }

    private record Identified(UUID ticketId, UUID customerId, String name, String preferredName) {
        Identified {
            Objects.requireNonNull(ticketId, "ticketId is missing");
            Objects.requireNonNull(customerId, "customerId is missing");
        }
    }
}

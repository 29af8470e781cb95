package helpdesk.customer.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.inbox.PoisonException;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells on the timelines what other systems report of customers who are known here. */
@ApplicationScoped
public class IntegrationEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final CustomerRepository customers;
    private final Timeline timeline;

    IntegrationEvents(EventConsumer consumer, CustomerRepository customers, Timeline timeline) {
        this.consumer = consumer;
        this.customers = customers;
        this.timeline = timeline;
    }

    @Incoming("integrations")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "customer-service.integrations";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        if (event.type().startsWith(EventKind.OURS)) {
            throw new PoisonException("The type " + event.type() + " is kept for our own services");
        }
        IntegrationFacts facts = IntegrationFacts.of(event.data(JsonNode.class));
        customer(facts)
                .ifPresent(customer -> timeline.add(
                        customer,
                        null,
                        Happening.of(event, event.type(), facts.summary().orElse(event.type()))));
    }

    private Optional<UUID> customer(IntegrationFacts facts) {
        return customers.exists(facts.customerId())
                ? Optional.of(facts.customerId())
                : customers.owners(facts.emails()).values().stream().findFirst();
    }
}

package helpdesk.ticket.inbound;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.inbox.PoisonException;
import helpdesk.ticket.mapping.MappingRuns;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Makes of events of other systems what the mappings say. */
@ApplicationScoped
public class IntegrationEvents implements NamedConsumer, EventHandler {

    private static final String OURS = "org.helpdesk.";

    private final EventConsumer consumer;
    private final MappingRuns mappings;

    IntegrationEvents(EventConsumer consumer, MappingRuns mappings) {
        this.consumer = consumer;
        this.mappings = mappings;
    }

    @Incoming("integrations")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "ticket-service.integrations";
    }

    @Override
    public EventHandler handler() {
        return this;
    }

    @Override
    public void prepare(List<IncomingEvent> events) {
        mappings.prepare(events);
    }

    @Override
    public void handle(IncomingEvent event) {
        if (event.type().startsWith(OURS)) {
            throw new PoisonException("The type " + event.type() + " is kept for our own services");
        }
        mappings.take(event);
    }
}

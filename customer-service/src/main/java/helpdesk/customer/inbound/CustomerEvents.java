package helpdesk.customer.inbound;

import helpdesk.customer.privacy.ErasureService;
import helpdesk.platform.erasure.Erasures;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** This service erases like every other: when the event asks for it, with a receipt. */
@ApplicationScoped
public class CustomerEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final Erasures erasures;
    private final ErasureService service;

    CustomerEvents(EventConsumer consumer, Erasures erasures, ErasureService service) {
        this.consumer = consumer;
        this.erasures = erasures;
        this.service = service;
    }

    @Incoming("customers")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "customer-service.customers";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        switch (event.type()) {
            case "org.helpdesk.customer.erasure-requested.v1" -> erasures.accept(event);
            case ErasureService.RECEIPT -> service.receive(event);
            default -> {
                // What else happens to customers is known here.
            }
        }
    }
}

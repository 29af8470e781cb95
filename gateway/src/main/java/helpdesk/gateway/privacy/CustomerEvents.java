package helpdesk.gateway.privacy;

import helpdesk.platform.erasure.Erasures;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.succession.Successions;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns who wants to be forgotten, and which profiles are of one person: the log keeps what was said when it was said. */
@ApplicationScoped
public class CustomerEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final Erasures erasures;
    private final Successions successions;

    CustomerEvents(EventConsumer consumer, Erasures erasures, Successions successions) {
        this.consumer = consumer;
        this.erasures = erasures;
        this.successions = successions;
    }

    @Incoming("customers")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "gateway.customers";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        switch (event.type()) {
            case "org.helpdesk.customer.erasure-requested.v1" -> erasures.accept(event);
            case "org.helpdesk.customer.merged.v1" -> {
                Merged merged = event.data(Merged.class);
                successions.follow(merged.customerId(), merged.intoId(), event.sequence());
            }
            case "org.helpdesk.customer.unmerged.v1" ->
                successions.follow(event.data(Merged.class).customerId(), null, event.sequence());
            default -> {
                // The log has written it down; nothing more follows from it here.
            }
        }
    }

    private record Merged(UUID customerId, UUID intoId) {
        Merged {
            Objects.requireNonNull(customerId, "customerId is missing");
        }
    }
}

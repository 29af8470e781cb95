package helpdesk.platform.note;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Leaves a row for each event, unless a test tells it to do something else with an event first. */
@ApplicationScoped
public class Inbound implements NamedConsumer {

    private final EventConsumer consumer;
    private final Effects effects;

    Inbound(EventConsumer consumer, Effects effects) {
        this.consumer = consumer;
        this.effects = effects;
    }

    @Incoming("inbound")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        effects.sawPoll(records.count());
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "platform-test.inbound";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        effects.first(event);
        effects.add(event);
    }
}

package helpdesk.gateway.log;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes down what happens on every topic, whatever its type: a log has no opinion. */
@ApplicationScoped
public class LogConsumer implements NamedConsumer {

    private final EventConsumer consumer;
    private final LogAppender log;

    LogConsumer(EventConsumer consumer, LogAppender log) {
        this.consumer = consumer;
        this.log = log;
    }

    @Incoming("log")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "gateway.log";
    }

    @Override
    public EventHandler handler() {
        return log::append;
    }
}

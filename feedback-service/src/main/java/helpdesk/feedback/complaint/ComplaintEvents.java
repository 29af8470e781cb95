package helpdesk.feedback.complaint;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.succession.Successions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows complaints and what caused them, apart from those who are asked about solutions. */
@ApplicationScoped
public class ComplaintEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final Complaints complaints;
    private final Successions successions;
    private final ErasedSubjects erasedSubjects;

    ComplaintEvents(
            EventConsumer consumer, Complaints complaints, Successions successions, ErasedSubjects erasedSubjects) {
        this.consumer = consumer;
        this.complaints = complaints;
        this.successions = successions;
        this.erasedSubjects = erasedSubjects;
    }

    @Incoming("complaints")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "feedback-service.complaints";
    }

    @Override
    public EventHandler handler() {
        return new ComplaintHandler(complaints, successions, erasedSubjects);
    }
}

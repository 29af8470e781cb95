package helpdesk.customer.timeline;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells on the timelines what customers were asked and what they answered. */
@ApplicationScoped
public class FeedbackEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final Timeline timeline;

    FeedbackEvents(EventConsumer consumer, Timeline timeline) {
        this.consumer = consumer;
        this.timeline = timeline;
    }

    @Incoming("feedback")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "customer-service.feedback";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        String kind = EventKind.of(event);
        if (!SurveyStory.tells(kind)) {
            return;
        }
        SurveyFacts survey = event.data(SurveyFacts.class);
        timeline.add(
                survey.customerId(), survey.ticketId(), Happening.of(event, kind, SurveyStory.sentence(kind, survey)));
    }
}

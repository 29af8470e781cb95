package helpdesk.customer.timeline;

import helpdesk.customer.privacy.ErasureService;
import helpdesk.customer.reward.EarnedRewards;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells on the timelines what customers were asked, what they answered, and what became better by it. */
@ApplicationScoped
public class FeedbackEvents implements NamedConsumer {

    private static final String ANSWERED = "survey.answered";

    private final EventConsumer consumer;
    private final ErasureService erasures;
    private final Timeline timeline;
    private final EarnedRewards rewards;

    FeedbackEvents(EventConsumer consumer, ErasureService erasures, Timeline timeline, EarnedRewards rewards) {
        this.consumer = consumer;
        this.erasures = erasures;
        this.timeline = timeline;
        this.rewards = rewards;
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
        if (event.type().equals(ErasureService.RECEIPT)) {
            erasures.receive(event);
            return;
        }
        String kind = EventKind.of(event);
        if (!SurveyStory.tells(kind)) {
            return;
        }
        SurveyFacts survey = event.data(SurveyFacts.class);
        timeline.add(Stories.survey(kind, event, survey));
        // Once: who thinks better of it afterwards earns nothing more.
        if (kind.equals(ANSWERED)) {
            rewards.surveyAnswered(survey.customerId(), survey.responseId(), survey.survey(), survey.ticketId(), event);
        }
    }
}

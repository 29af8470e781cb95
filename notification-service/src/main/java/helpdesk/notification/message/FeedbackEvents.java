package helpdesk.notification.message;

import helpdesk.notification.template.Content;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.inbox.PoisonException;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Asks customers how we did, and thanks those who answer (practices 27 and 30). */
@ApplicationScoped
public class FeedbackEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final Postbox postbox;

    FeedbackEvents(EventConsumer consumer, Postbox postbox) {
        this.consumer = consumer;
        this.postbox = postbox;
    }

    @Incoming("feedback")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "notification-service.feedback";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        switch (event.type()) {
            case "org.helpdesk.survey.invited.v1" -> invite(event.id(), event.data(SurveyFacts.class));
            case "org.helpdesk.survey.answered.v1" -> thank(event.id(), event.data(SurveyFacts.class));
            default -> {}
        }
    }

    private void invite(String eventId, SurveyFacts survey) {
        if (survey.link() == null) {
            throw new PoisonException("An invitation needs its link");
        }
        post(eventId, survey, new Content.SurveyInvitation(survey.ticketNumber(), survey.link(), survey.agentName()));
    }

    private void thank(String eventId, SurveyFacts survey) {
        post(eventId, survey, new Content.SurveyReceipt(survey.ticketNumber()));
    }

    private void post(String eventId, SurveyFacts survey, Content content) {
        postbox.post(new MessageDraft(
                eventId, survey.ticketId(), survey.customerId(), survey.contact(), survey.language(), content));
    }
}

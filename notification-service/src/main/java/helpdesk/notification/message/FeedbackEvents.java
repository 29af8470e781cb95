package helpdesk.notification.message;

import helpdesk.notification.template.Survey;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Asks customers how we did, reminds those who have not answered, thanks those who do, and tells who asked for it what became better
 * (practices 27 and 30).
 */
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
            case "org.helpdesk.survey.reminded.v1" -> remind(event.id(), event.data(SurveyFacts.class));
            // Thanked once: a change of the answer, which is told by another event, gets no receipt.
            case "org.helpdesk.survey.answered.v1" -> thank(event.id(), event.data(SurveyFacts.class));
            case "org.helpdesk.improvement.notice-asked.v1" ->
                post(event.data(ImprovementFacts.class).message());
            default -> {}
        }
    }

    private void invite(String eventId, SurveyFacts survey) {
        Survey invitation = new Survey.Invitation(
                survey.ticketNumber(), survey.answerLink(), survey.agentName(), survey.firstQuestion());
        post(survey.message(eventId, invitation));
    }

    private void remind(String eventId, SurveyFacts survey) {
        post(survey.message(
                eventId, new Survey.Reminder(survey.ticketNumber(), survey.answerLink(), survey.firstQuestion())));
    }

    private void thank(String eventId, SurveyFacts survey) {
        post(survey.message(eventId, new Survey.Receipt(survey.ticketNumber())));
    }

    private void post(MessageDraft draft) {
        if (draft.isForSomebody()) {
            postbox.post(draft);
        }
    }
}

package helpdesk.customer.timeline;

import helpdesk.customer.privacy.ErasureService;
import helpdesk.customer.profile.Unsubscriptions;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells on the timelines which callbacks and messages customers got, and takes it down when they want no more of a kind. */
@ApplicationScoped
public class NotificationEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final ErasureService erasures;
    private final Timeline timeline;
    private final Unsubscriptions unsubscriptions;

    NotificationEvents(
            EventConsumer consumer, ErasureService erasures, Timeline timeline, Unsubscriptions unsubscriptions) {
        this.consumer = consumer;
        this.erasures = erasures;
        this.timeline = timeline;
        this.unsubscriptions = unsubscriptions;
    }

    @Incoming("notifications")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "customer-service.notifications";
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
        if (event.type().equals(Unsubscriptions.EVENT)) {
            unsubscriptions.take(event);
            return;
        }
        String kind = EventKind.of(event);
        if (!NotificationStory.tells(kind)) {
            return;
        }
        NotificationFacts facts = event.data(NotificationFacts.class);
        if (!NotificationStory.concernsCustomer(facts)) {
            return;
        }
        timeline.add(Stories.notification(kind, event, facts));
    }
}

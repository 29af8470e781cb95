package helpdesk.notification.webhook;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.inbox.PoisonException;
import helpdesk.platform.persistence.AfterCommit;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes down which webhook is to be told of which event. */
@ApplicationScoped
public class EventsForWebhooks implements NamedConsumer, EventHandler {

    /** A rule asks for one webhook to be told; that the rule did so is no news for the others. */
    private static final String ASKED = "org.helpdesk.ticket.webhook-asked.v1";

    private final EventConsumer consumer;
    private final WebhookTargets targets;
    private final DeliveryRepository deliveries;
    private final ErasedEvents erasedEvents;
    private final DeliveryLoop loop;
    private final AfterCommit afterCommit;
    private final Clock clock;

    EventsForWebhooks(
            EventConsumer consumer,
            WebhookTargets targets,
            DeliveryRepository deliveries,
            ErasedEvents erasedEvents,
            DeliveryLoop loop,
            AfterCommit afterCommit,
            Clock clock) {
        this.consumer = consumer;
        this.targets = targets;
        this.deliveries = deliveries;
        this.erasedEvents = erasedEvents;
        this.loop = loop;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    @Incoming("webhooks")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "notification-service.webhooks";
    }

    @Override
    public EventHandler handler() {
        return this;
    }

    /** All that a transaction brings is looked at together: who wants what is the same for all of it. */
    @Override
    public void prepare(List<IncomingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        List<WebhookInterest> interests = targets.interests();
        Instant now = clock.instant();
        List<IncomingEvent> wanted = events.stream()
                .filter(event -> !told(event, interests).isEmpty())
                .toList();
        List<Delivery> due = erasedEvents.without(wanted).stream()
                .flatMap(event -> deliveries(event, interests, now))
                .toList();
        if (!due.isEmpty()) {
            deliveries.add(due);
            afterCommit.run(loop::wake);
        }
    }

    @Override
    public void handle(IncomingEvent event) {
        // Done for all of them together.
    }

    private static Stream<Delivery> deliveries(IncomingEvent event, List<WebhookInterest> interests, Instant now) {
        String payload = Payload.of(event);
        return told(event, interests).stream().map(webhook -> Delivery.of(event, webhook, payload, now));
    }

    /** Who asks for one that is disabled wants it told once it is enabled again. */
    private static List<UUID> told(IncomingEvent event, List<WebhookInterest> interests) {
        if (event.type().equals(ASKED)) {
            UUID asked = event.data(WebhookAsked.class).webhookId();
            return interests.stream()
                    .map(WebhookInterest::webhook)
                    .filter(asked::equals)
                    .toList();
        }
        return interests.stream()
                .filter(interest -> interest.isIn(event))
                .map(WebhookInterest::webhook)
                .toList();
    }

    private record WebhookAsked(UUID webhookId) {

        WebhookAsked {
            if (webhookId == null) {
                throw new PoisonException("webhookId is needed");
            }
        }
    }
}

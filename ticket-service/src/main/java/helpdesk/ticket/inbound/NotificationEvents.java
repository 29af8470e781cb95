package helpdesk.ticket.inbound;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.inbox.PoisonException;
import helpdesk.ticket.ticketing.TicketLearning;
import helpdesk.ticket.webhook.KnownWebhooks;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Makes tickets and comments of mails; learns that the automatic acknowledgement has reached the customer, and which webhooks there are. */
@ApplicationScoped
public class NotificationEvents implements NamedConsumer, EventHandler {

    private static final String MAIL_RECEIVED = "org.helpdesk.mail.received.v1";

    private final EventConsumer consumer;
    private final TicketLearning tickets;
    private final KnownWebhooks webhooks;
    private final MailTickets mails;

    NotificationEvents(EventConsumer consumer, TicketLearning tickets, KnownWebhooks webhooks, MailTickets mails) {
        this.consumer = consumer;
        this.tickets = tickets;
        this.webhooks = webhooks;
        this.mails = mails;
    }

    @Incoming("notifications")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "ticket-service.notifications";
    }

    @Override
    public EventHandler handler() {
        return this;
    }

    @Override
    public void prepare(List<IncomingEvent> events) {
        tickets.hold(events.stream()
                .map(NotificationEvents::concerned)
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    public void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        acknowledged(event).ifPresent(tickets::acknowledgedByMessage);
        switch (event.type()) {
            case "org.helpdesk.webhook.created.v1", "org.helpdesk.webhook.changed.v1" -> follow(event, false);
            case "org.helpdesk.webhook.deleted.v1" -> follow(event, true);
            case MAIL_RECEIVED -> mails.take(event.data(ReceivedMail.class));
            default -> {
                // Of no concern here.
            }
        }
    }

    private void follow(IncomingEvent event, boolean removed) {
        webhooks.follow(event.data(Webhook.class).webhookId(), removed, event.sequence());
    }

    /** The ticket that is about to learn something, as far as the event says which. */
    private static Optional<UUID> concerned(IncomingEvent event) {
        return event.type().equals(MAIL_RECEIVED)
                ? Optional.ofNullable(event.data(ReceivedMail.class).ticketId())
                : acknowledged(event);
    }

    /** The ticket whose acknowledgement the event says has arrived. */
    private static Optional<UUID> acknowledged(IncomingEvent event) {
        return Optional.of(event)
                .filter(one -> one.type().equals("org.helpdesk.message.delivered.v1"))
                .map(one -> one.data(Delivered.class))
                .filter(delivered -> "acknowledgement".equals(delivered.kind()))
                .map(Delivered::ticketId);
    }

    private record Webhook(UUID webhookId) {

        Webhook {
            if (webhookId == null) {
                throw new PoisonException("webhookId is needed");
            }
        }
    }

    private record Delivered(String kind, UUID ticketId) {}
}

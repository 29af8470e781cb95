package helpdesk.notification.message;

import helpdesk.notification.template.Content;
import helpdesk.platform.identity.CustomerLinks;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells customers that their request has arrived (practice 5), and that somebody has answered. */
@ApplicationScoped
public class TicketEvents implements NamedConsumer {

    private static final Duration LINK_VALID = Duration.ofDays(90);

    private final EventConsumer consumer;
    private final Postbox postbox;
    private final CustomerLinks links;
    private final Clock clock;
    private final String publicUrl;

    TicketEvents(
            EventConsumer consumer,
            Postbox postbox,
            CustomerLinks links,
            Clock clock,
            @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.consumer = consumer;
        this.postbox = postbox;
        this.links = links;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Incoming("tickets")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "notification-service.tickets";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        switch (event.type()) {
            case "org.helpdesk.ticket.opened.v1" -> acknowledge(event.id(), event.data(TicketFacts.class));
            case "org.helpdesk.ticket.commented.v1" -> tellOfReply(event.id(), event.data(TicketFacts.class));
            default -> {}
        }
    }

    private void acknowledge(String eventId, TicketFacts ticket) {
        String link = link(ticket.ticketId());
        post(
                eventId,
                ticket,
                ticket.isFollowUp()
                        ? new Content.FollowUp(ticket.number(), link)
                        : new Content.Acknowledgement(ticket.number(), link));
    }

    private void tellOfReply(String eventId, TicketFacts ticket) {
        if (ticket.isForCustomer()) {
            post(
                    eventId,
                    ticket,
                    new Content.Reply(
                            ticket.number(),
                            link(ticket.ticketId()),
                            ticket.author().name(),
                            ticket.author().title()));
        }
    }

    private void post(String eventId, TicketFacts ticket, Content content) {
        postbox.post(new MessageDraft(
                eventId, ticket.ticketId(), ticket.customerId(), ticket.requester(), ticket.language(), content));
    }

    private String link(UUID ticketId) {
        return publicUrl + "/api/v1/requests/"
                + links.issue("request", ticketId, clock.instant().plus(LINK_VALID));
    }
}

package helpdesk.feedback.followup;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns which tickets follow up unhappy answers, and when they are solved. */
@ApplicationScoped
public class FollowUpEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final FollowUps followUps;

    FollowUpEvents(EventConsumer consumer, FollowUps followUps) {
        this.consumer = consumer;
        this.followUps = followUps;
    }

    @Incoming("follow-ups")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "feedback-service.follow-ups";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        switch (event.type()) {
            case "org.helpdesk.ticket.opened.v1" -> opened(event.data(FollowUpTicket.class));
            case "org.helpdesk.ticket.resolved.v1" -> {
                FollowUpTicket ticket = event.data(FollowUpTicket.class);
                followUps.resolved(ticket.ticketId(), ticket.resolvedAt());
            }
            case "org.helpdesk.ticket.reopened.v1" ->
                followUps.reopened(event.data(FollowUpTicket.class).ticketId());
            default -> {
                // The rest changes nothing about whether it is solved.
            }
        }
    }

    private void opened(FollowUpTicket ticket) {
        if (ticket.surveyResponseId() != null) {
            followUps.opened(ticket.surveyResponseId(), ticket.ticketId(), ticket.openedAt());
        }
    }
}

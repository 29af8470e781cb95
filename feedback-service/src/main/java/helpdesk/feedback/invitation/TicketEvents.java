package helpdesk.feedback.invitation;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows tickets, because their solution is what customers are asked about. */
@ApplicationScoped
public class TicketEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final InvitationService invitations;

    TicketEvents(EventConsumer consumer, InvitationService invitations) {
        this.consumer = consumer;
        this.invitations = invitations;
    }

    @Incoming("tickets")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "feedback-service.tickets";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    /**
     * The order of a ticket's events is told by the number of its reopenings and by what is known already, not by their
     * sequence: a resolution that is redelivered late is still asked about while it lasts.
     */
    private void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        switch (event.type()) {
            case "org.helpdesk.ticket.resolved.v1" -> {
                ResolvedTicket ticket = event.data(ResolvedTicket.class);
                if (ticket.wasServed()) {
                    invitations.schedule(ticket, cause(event));
                }
            }
            case "org.helpdesk.ticket.reopened.v1" -> invitations.reopened(event.data(ReopenedTicket.class));
            // Whoever is identified after the solution is so by a change; the closing is the last chance to learn it.
            case "org.helpdesk.ticket.changed.v1", "org.helpdesk.ticket.closed.v1" ->
                invitations.identified(event.data(IdentifiedTicket.class));
            default -> {
                // Nothing to ask about.
            }
        }
    }

    private static Cause cause(IncomingEvent event) {
        return new Cause(event.correlationId(), event.id(), event.traceParent());
    }
}

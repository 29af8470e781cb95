package helpdesk.ticket.ticketing;

import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.history.TicketHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Tells of a change of a ticket: to the world through the outbox, and to later readers through the history. */
@ApplicationScoped
public class TicketJournal {

    private final Outbox outbox;
    private final TicketHistory history;
    private final Causation causation;
    private final Clock clock;

    TicketJournal(Outbox outbox, TicketHistory history, Causation causation, Clock clock) {
        this.outbox = outbox;
        this.history = history;
        this.causation = causation;
        this.clock = clock;
    }

    /** Tells of one event, in the transaction of the change. */
    public void tell(Ticket ticket, TicketEvent event) {
        outbox.append(ticket, event);
        history.add(
                ticket.id(), ticket.version(), clock.instant(), causation.actor(), event.cause(), ticket.takeChanges());
    }
}

package helpdesk.ticket.ticketing;

import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.history.TicketHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Tells of a change of a ticket: to the world through the outbox, and to later readers through the history. */
@ApplicationScoped
public class TicketJournal {

    private final Outbox outbox;
    private final TicketHistory history;
    private final Causation causation;
    private final Event<TicketTold> told;
    private final Clock clock;

    TicketJournal(Outbox outbox, TicketHistory history, Causation causation, Event<TicketTold> told, Clock clock) {
        this.outbox = outbox;
        this.history = history;
        this.causation = causation;
        this.told = told;
        this.clock = clock;
    }

    /** Tells of one event, in the transaction of the change. */
    public void tell(Ticket ticket, TicketEvent event) {
        UUID eventId = outbox.append(ticket, event);
        List<FieldChange> changes = ticket.takeChanges();
        history.add(ticket.id(), ticket.version(), clock.instant(), causation.actor(), event.cause(), changes);
        told.fire(new TicketTold(ticket.id(), event.cause(), changes, eventId));
    }
}

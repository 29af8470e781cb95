package helpdesk.ticket.ticketing;

import helpdesk.platform.inbox.PoisonException;
import helpdesk.ticket.servicelevel.ServiceLevels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What tickets learn from other services. Called by consumers, in their transaction. */
@ApplicationScoped
public class TicketLearning {

    private final TicketRepository tickets;
    private final TicketOpening opening;
    private final TicketJournal journal;
    private final ServiceLevels serviceLevels;
    private final Clock clock;

    TicketLearning(
            TicketRepository tickets,
            TicketOpening opening,
            TicketJournal journal,
            ServiceLevels serviceLevels,
            Clock clock) {
        this.tickets = tickets;
        this.opening = opening;
        this.journal = journal;
        this.serviceLevels = serviceLevels;
        this.clock = clock;
    }

    /** The requester of the ticket is this customer. */
    public void identified(UUID id, UUID customer, String preferredName) {
        Ticket ticket = locked(id);
        ticket.identified(customer, preferredName, clock.instant()).ifPresent(event -> journal.tell(ticket, event));
    }

    /** An automatic acknowledgement has reached the customer. */
    public void acknowledgedByMessage(UUID id) {
        Ticket ticket = locked(id);
        Instant now = clock.instant();
        ticket.acknowledge(true, now).ifPresent(event -> {
            serviceLevels.acknowledged(id, now, true);
            journal.tell(ticket, event);
        });
    }

    /** The customer rated our work on the ticket from 1 to 10. */
    public void rated(UUID id, int score, UUID response) {
        Ticket ticket = locked(id);
        journal.tell(ticket, ticket.rated(score, response, clock.instant()));
    }

    /** An unhappy answer becomes a ticket of its own. */
    public void followUp(UUID id, String story, UUID response) {
        locked(id);
        opening.followUpComplaint(id, story, response);
    }

    private Ticket locked(UUID id) {
        return tickets.lock(id).orElseThrow(() -> new PoisonException("There is no ticket " + id));
    }
}

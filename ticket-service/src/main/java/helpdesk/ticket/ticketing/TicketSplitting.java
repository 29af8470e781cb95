package helpdesk.ticket.ticketing;

import helpdesk.ticket.vocabulary.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes two tickets of one. */
@ApplicationScoped
public class TicketSplitting {

    private final TicketRepository tickets;
    private final TicketOpening opening;

    TicketSplitting(TicketRepository tickets, TicketOpening opening) {
        this.tickets = tickets;
        this.opening = opening;
    }

    /**
     * Opens a ticket for what belongs to another matter, for the same requester.
     *
     * @param type null for that of the former
     */
    public Ticket splitOff(UUID former, String subject, String description, TicketType type) {
        Ticket ticket = tickets.findById(former);
        TicketTransitions.requireNotClosed(ticket);
        return opening.splitOff(
                ticket, subject, description, type == null ? ticket.origin().type() : type);
    }
}

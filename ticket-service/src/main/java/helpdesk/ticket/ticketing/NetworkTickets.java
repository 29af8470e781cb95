package helpdesk.ticket.ticketing;

import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What conversations on networks need of tickets. Whoever calls it is in a transaction. */
@ApplicationScoped
public class NetworkTickets {

    private final TicketRepository tickets;
    private final MergedTickets merged;
    private final TicketJournal journal;

    NetworkTickets(TicketRepository tickets, MergedTickets merged, TicketJournal journal) {
        this.tickets = tickets;
        this.merged = merged;
        this.journal = journal;
    }

    /** The ticket in which this one goes on, by way of all merges; itself when it was not merged. */
    public UUID root(UUID ticket) {
        return merged.root(ticket);
    }

    /** Holds the ticket against other writers until the end of the transaction, and tells whether it is done for good. */
    public boolean isClosed(UUID ticket) {
        return tickets.requireForChange(ticket.toString()).status() == TicketStatus.CLOSED;
    }

    /** Asks for a reply to be brought to a network, on the ticket that was just written on. */
    public void ask(UUID ticket, ChannelReply reply) {
        Ticket held = tickets.findById(ticket);
        journal.tell(held, held.channelReplyAsked(reply));
    }
}

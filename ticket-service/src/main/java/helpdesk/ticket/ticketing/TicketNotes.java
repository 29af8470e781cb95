package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Puts into a ticket's history, and tells the world, what happened to something that belongs to it. */
@ApplicationScoped
public class TicketNotes {

    private final TicketRepository tickets;
    private final TicketJournal journal;
    private final Causation causation;

    TicketNotes(TicketRepository tickets, TicketJournal journal, Causation causation) {
        this.tickets = tickets;
        this.journal = journal;
        this.causation = causation;
    }

    /** The requester of the ticket, as an author. */
    public AuthorData requester(UUID ticket) {
        return CommentedTicket.of(tickets.require(ticket.toString())).requester();
    }

    /** Holds the ticket against other writers until the end of the transaction. */
    public void hold(UUID ticket) {
        locked(ticket);
    }

    /**
     * The same, as long as the ticket takes changes.
     *
     * @throws helpdesk.platform.problem.Problem {@code ticket-closed}, {@code ticket-merged}
     */
    public void holdOpen(UUID ticket) {
        TicketTransitions.requireNotClosed(locked(ticket));
    }

    /**
     * Notes that a part of the ticket came, went, or became another.
     *
     * @param byRequester whether the requester did it, by a link
     */
    public void note(UUID ticket, String part, Object from, Object to, boolean byRequester, Instant now) {
        Ticket noted = locked(ticket);
        if (byRequester) {
            UUID customer = noted.requester().customerId();
            causation.actAs(Actor.customer((customer == null ? ticket : customer).toString()));
        }
        journal.tell(noted, noted.related(part, from, to, now));
    }

    private Ticket locked(UUID ticket) {
        return tickets.requireForChange(ticket.toString());
    }
}

package helpdesk.ticket.ticketing;

import helpdesk.ticket.servicelevel.ServiceLevels;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Moves tickets from one status to another, and their clocks with them. */
@ApplicationScoped
public class TicketMoves {

    private final ServiceLevels serviceLevels;
    private final TicketJournal journal;

    TicketMoves(ServiceLevels serviceLevels, TicketJournal journal) {
        this.serviceLevels = serviceLevels;
        this.journal = journal;
    }

    /**
     * Moves a ticket as the status machine allows.
     *
     * @param by {@code agent} or {@code customer}
     */
    void move(Ticket ticket, TicketStatus target, String by, Instant now) {
        boolean reopens = ticket.status() == TicketStatus.RESOLVED;
        journal.tell(ticket, ticket.moveTo(target, by, now));
        switch (target) {
            case PENDING -> serviceLevels.paused(ticket.id(), now);
            case RESOLVED -> serviceLevels.resolved(ticket.id(), now);
            case OPEN, ON_HOLD -> {
                serviceLevels.resumed(ticket.id(), now);
                if (reopens) {
                    serviceLevels.reopened(ticket.id(), now);
                }
            }
            case NEW, CLOSED -> throw new IllegalStateException("Nobody moves a ticket to " + target);
        }
    }

    /**
     * Resolves a ticket that says how it was solved.
     *
     * @param byRequester whether the requester did, so that nobody need have had it
     */
    void resolve(Ticket ticket, boolean byRequester, Instant now) {
        if (byRequester) {
            ticket.solvedByRequester();
        }
        move(ticket, TicketStatus.RESOLVED, byRequester ? "customer" : "agent", now);
    }
}

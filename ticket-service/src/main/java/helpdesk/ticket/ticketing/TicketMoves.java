package helpdesk.ticket.ticketing;

import helpdesk.ticket.servicelevel.ServiceLevels;
import helpdesk.ticket.servicelevel.TicketSituation;
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
        TicketSituation situation = TicketFacts.situation(ticket);
        switch (target) {
            case RESOLVED -> serviceLevels.resolved(situation, now);
            case OPEN, PENDING, ON_HOLD -> {
                if (reopens) {
                    serviceLevels.reopened(situation, now);
                } else {
                    serviceLevels.changed(situation, now);
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

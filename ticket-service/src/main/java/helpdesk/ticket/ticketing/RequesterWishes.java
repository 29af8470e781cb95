package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What the requester of a ticket can do with it, besides writing: say that it is solved, ask to be called back. */
@ApplicationScoped
public class RequesterWishes {

    private static final String SOLVED = "The requester says that it is solved.";

    private final TicketRepository tickets;
    private final MergedTickets merged;
    private final TicketMoves moves;
    private final TicketJournal journal;
    private final Causation causation;
    private final Clock clock;

    RequesterWishes(
            TicketRepository tickets,
            MergedTickets merged,
            TicketMoves moves,
            TicketJournal journal,
            Causation causation,
            Clock clock) {
        this.tickets = tickets;
        this.merged = merged;
        this.moves = moves;
        this.journal = journal;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * The requester says that it is solved. What our side had resolved already is closed; everything else is resolved, also
     * when nobody had it yet. Incidents of it stay as they are: they are other people's.
     *
     * @param words how, in the requester's words; may be null
     */
    @Transactional
    public Ticket solved(UUID id, String words) {
        Ticket ticket = own(id);
        TicketTransitions.requireNotClosed(ticket);
        Instant now = clock.instant();
        if (ticket.status() == TicketStatus.RESOLVED && ticket.progress().isSolvedByRequester()) {
            // Said twice: by a second click, or because the first answer was lost.
            return ticket;
        }
        if (ticket.status() == TicketStatus.RESOLVED) {
            journal.tell(ticket, ticket.close(now));
            return ticket;
        }
        String resolution = words == null ? SOLVED : SOLVED + " " + words.strip();
        ticket.explain(resolution, now).ifPresent(event -> journal.tell(ticket, event));
        moves.resolve(ticket, true, now);
        return ticket;
    }

    /**
     * The requester asks to be called back; who calls, and when, is decided elsewhere.
     *
     * @return the id under which the wish is known
     */
    @Transactional
    public UUID callBack(UUID id, CallbackWish wish) {
        Ticket ticket = own(id);
        UUID request = Ids.next();
        journal.tell(ticket, ticket.callbackAsked(request, wish, clock.instant()));
        return request;
    }

    /** The number by which the requester can be called; null when it is not known. */
    public String phone(UUID id) {
        return tickets.require(id.toString()).requester().phone();
    }

    /**
     * The ticket in which this one goes on, as long as it is the same person's.
     *
     * @throws helpdesk.platform.problem.Problem {@code ticket-merged} when it goes on in somebody else's
     */
    private Ticket own(UUID id) {
        UUID root = merged.root(id);
        if (!root.equals(id) && !merged.audience(id).own().contains(root)) {
            throw TicketProblem.TICKET_MERGED.problem(
                    "Your request is worked on together with others. Write a comment, and we see to it.");
        }
        Ticket ticket = tickets.requireForChange(root.toString());
        UUID customer = ticket.requester().customerId();
        causation.actAs(Actor.customer((customer == null ? root : customer).toString()));
        return ticket;
    }
}

package helpdesk.ticket.ticketing;

import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the events of other systems need of tickets. Whoever calls it is in a transaction. */
@ApplicationScoped
public class ReportedTickets {

    private static final Set<TicketStatus> SOLVED = EnumSet.of(TicketStatus.RESOLVED, TicketStatus.CLOSED);

    private final TicketRepository tickets;
    private final MergedTickets merged;
    private final TicketMoves moves;
    private final TicketJournal journal;
    private final Clock clock;

    ReportedTickets(
            TicketRepository tickets, MergedTickets merged, TicketMoves moves, TicketJournal journal, Clock clock) {
        this.tickets = tickets;
        this.merged = merged;
        this.moves = moves;
        this.journal = journal;
        this.clock = clock;
    }

    /** The ticket in which this one goes on, held against other writers, as long as it is not solved. */
    public Optional<Ticket> unsolved(UUID id) {
        return tickets.lock(merged.root(id)).filter(ticket -> !SOLVED.contains(ticket.status()));
    }

    /** Whether the ticket in which this one goes on is not solved. */
    public boolean isUnsolved(UUID id) {
        return tickets.findByIdOptional(merged.root(id))
                .filter(ticket -> !SOLVED.contains(ticket.status()))
                .isPresent();
    }

    /**
     * The system that told of a matter says that it is over: that solves it, as the word of a requester would, also when nobody had it yet.
     * How people here say that they solved it stays.
     */
    public void over(Ticket ticket, String resolution) {
        Instant now = clock.instant();
        if (ticket.progress().resolution() == null) {
            ticket.explain(resolution, now).ifPresent(event -> journal.tell(ticket, event));
        }
        moves.resolve(ticket, ticket.assignee() == null, now);
    }

    /** Writes what has not been written yet. */
    public void flush() {
        tickets.flush();
    }
}

package helpdesk.ticket.ticketing;

import helpdesk.ticket.agent.Agent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What plans need of tickets. Whoever calls it is in a transaction. */
@ApplicationScoped
public class PlannedTickets {

    private final TicketRepository tickets;
    private final TicketJournal journal;
    private final Clock clock;

    PlannedTickets(TicketRepository tickets, TicketJournal journal, Clock clock) {
        this.tickets = tickets;
        this.journal = journal;
        this.clock = clock;
    }

    /** The id of the ticket with this id or number. */
    public UUID require(String reference) {
        return tickets.findId(reference).orElseThrow(TicketRepository::unknown);
    }

    /**
     * The ticket, which is not closed, held against other writers until the end of the transaction.
     *
     * @throws helpdesk.platform.problem.Problem {@code ticket-not-found}, {@code ticket-closed}
     */
    public Ticket hold(String reference) {
        Ticket ticket = tickets.requireForChange(reference);
        TicketTransitions.requireNotClosed(ticket);
        return ticket;
    }

    /** Whether the ticket with this id needs nothing more. */
    public boolean isSolved(UUID id) {
        return isSolved(tickets.require(id.toString()));
    }

    /** The same of one that is at hand. */
    public boolean isSolved(Ticket ticket) {
        return switch (ticket.status()) {
            case NEW, OPEN, PENDING, ON_HOLD -> false;
            case RESOLVED, CLOSED -> true;
        };
    }

    /** Whether no figure counts it. */
    public boolean isProbe(Ticket ticket) {
        return ticket.origin().isProbe();
    }

    /** Who has a ticket. */
    public Optional<Agent> assignee(Ticket ticket) {
        return Optional.ofNullable(ticket.assignee());
    }

    /** Those of the tickets that nobody else holds right now and that are still to be solved, held themselves. */
    public List<Ticket> holdUnsolved(Collection<UUID> ids) {
        return tickets.lockFree(ids).stream()
                .filter(ticket -> !isSolved(ticket))
                .toList();
    }

    /**
     * Tells what became of a step.
     *
     * @param former the step as it was; null of a new one
     * @param present the step as it is; null of one that is gone
     */
    public void tell(Ticket ticket, PlanStepData former, PlanStepData present, PlanNews news) {
        journal.tell(ticket, ticket.planned(former, present, news, clock.instant()));
    }
}

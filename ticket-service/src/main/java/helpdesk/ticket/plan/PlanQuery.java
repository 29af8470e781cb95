package helpdesk.ticket.plan;

import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.ticket.ticketing.PlannedTickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Reads plans. */
@ApplicationScoped
@Transactional
public class PlanQuery {

    private final StepRepository steps;
    private final PlannedTickets tickets;
    private final Clock clock;

    PlanQuery(StepRepository steps, PlannedTickets tickets, Clock clock) {
        this.steps = steps;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** The plan of the ticket with this id or number; without steps when there is none. */
    public PlanView plan(String reference) {
        UUID ticket = tickets.require(reference);
        return PlanView.of(steps.ofTicket(ticket), tickets.isSolved(ticket), clock.instant());
    }

    StepView step(String reference, UUID id) {
        return view(steps.require(tickets.require(reference), id));
    }

    StepView view(PlanStep step) {
        return StepView.of(step, tickets.isSolved(step.ticketId()), clock.instant());
    }

    Page<OwnStepView> openOf(UUID agent, PageRequest page) {
        return steps.openOf(agent, clock.instant(), page);
    }
}

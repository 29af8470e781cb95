package helpdesk.ticket.plan;

import helpdesk.platform.persistence.AfterCommit;
import helpdesk.ticket.ticketing.PlanNews;
import helpdesk.ticket.ticketing.PlanStepData;
import helpdesk.ticket.ticketing.PlannedTickets;
import helpdesk.ticket.ticketing.Ticket;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells whether steps were done in time. */
@ApplicationScoped
class Punctuality {

    private final PlannedTickets tickets;
    private final AfterCommit afterCommit;
    private final MeterRegistry metrics;

    Punctuality(PlannedTickets tickets, AfterCommit afterCommit, MeterRegistry metrics) {
        this.tickets = tickets;
        this.afterCommit = afterCommit;
        this.metrics = metrics;
    }

    /** Its time has passed: once for each time that it is due. Whoever calls it holds the ticket. */
    void late(Ticket ticket, PlanStep step, Instant now) {
        step.late(now);
        tickets.tell(ticket, null, step.data(), PlanNews.LATE);
        if (!tickets.isProbe(ticket)) {
            count("late");
        }
    }

    /** The same of a step that was done in time. */
    void kept(Ticket ticket, PlanStep step, PlanStepData before) {
        tickets.tell(ticket, before, step.data(), PlanNews.KEPT);
        if (!tickets.isProbe(ticket)) {
            count("kept");
        }
    }

    private void count(String outcome) {
        afterCommit.run(
                () -> metrics.counter("helpdesk.plan.steps", "outcome", outcome).increment());
    }
}

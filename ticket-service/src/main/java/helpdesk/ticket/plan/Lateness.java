package helpdesk.ticket.plan;

import helpdesk.ticket.ticketing.PlanNews;
import helpdesk.ticket.ticketing.PlannedTickets;
import helpdesk.ticket.ticketing.Ticket;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells that the time of a step has passed. */
@ApplicationScoped
class Lateness {

    private final PlannedTickets tickets;
    private final MeterRegistry metrics;

    Lateness(PlannedTickets tickets, MeterRegistry metrics) {
        this.tickets = tickets;
        this.metrics = metrics;
    }

    /** Once for each time that it is due. Whoever calls it holds the ticket. */
    void tell(Ticket ticket, PlanStep step, Instant now) {
        step.late(now);
        tickets.tell(ticket, null, step.data(), PlanNews.LATE);
        if (!tickets.isProbe(ticket)) {
            metrics.counter("helpdesk.plan.steps", "outcome", "late").increment();
        }
    }
}

package helpdesk.ticket.plan;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import helpdesk.platform.time.Stopping;
import helpdesk.ticket.ticketing.PlannedTickets;
import helpdesk.ticket.ticketing.Ticket;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Tells of steps whose time passes before they are done: once for each time, also with several replicas and across restarts. */
@ApplicationScoped
public class LateSteps {

    private static final Logger LOG = Logger.getLogger(LateSteps.class);

    private static final int BATCH = 100;

    /** What one run tells at most is this times {@value #BATCH}; the next run goes on. */
    private static final int MOST_BATCHES = 100;

    private final StepRepository steps;
    private final PlannedTickets tickets;
    private final Causation causation;
    private final Punctuality punctuality;
    private final Stopping stopping;
    private final Clock clock;

    LateSteps(
            StepRepository steps,
            PlannedTickets tickets,
            Causation causation,
            Punctuality punctuality,
            Stopping stopping,
            Clock clock) {
        this.steps = steps;
        this.tickets = tickets;
        this.causation = causation;
        this.punctuality = punctuality;
        this.stopping = stopping;
        this.clock = clock;
    }

    /** Tells what is due. What others hold right now is left to the next run. */
    @Scheduled(
            every = "{helpdesk.ticket.plans-every}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellDue() {
        causation.actAs(Actor.system("plan"));
        boolean more = true;
        for (int batch = 0; more && !stopping.hasBegun() && batch < MOST_BATCHES; batch++) {
            List<UUID> late =
                    QuarkusTransaction.requiringNew().call(() -> steps.ticketsWithLate(clock.instant(), BATCH));
            more = tell(new TreeSet<>(late)) > 0 && late.size() == BATCH;
        }
    }

    /** Together, or each for itself when one of them fails; returns how many were told. */
    private int tell(SortedSet<UUID> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> tellTogether(ids));
        } catch (RuntimeException failure) {
            if (ids.size() == 1) {
                LOG.errorf(
                        failure, "That a step of ticket %s is late could not be told; tried again soon", ids.first());
                return 0;
            }
            return ids.stream().mapToInt(id -> tell(new TreeSet<>(List.of(id)))).sum();
        }
    }

    private int tellTogether(SortedSet<UUID> ids) {
        Instant now = clock.instant();
        Map<UUID, Ticket> held =
                tickets.holdUnsolved(ids).stream().collect(Collectors.toMap(Ticket::id, Function.identity()));
        List<PlanStep> late = held.isEmpty() ? List.of() : steps.late(held.keySet(), now);
        for (PlanStep step : late) {
            punctuality.late(held.get(step.ticketId()), step, now);
        }
        return late.size();
    }
}

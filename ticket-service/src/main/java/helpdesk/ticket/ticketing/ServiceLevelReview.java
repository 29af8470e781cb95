package helpdesk.ticket.ticketing;

import helpdesk.ticket.servicelevel.ClockRepository;
import helpdesk.ticket.servicelevel.PolicyBook;
import helpdesk.ticket.servicelevel.ServiceLevels;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Judges open tickets again when policies or calendars have changed. Each clock says which edition it was judged by, so that nothing is
 * missed, whoever changes what meanwhile, and after a fault the next run goes on.
 */
@ApplicationScoped
public class ServiceLevelReview {

    private static final Logger LOG = Logger.getLogger(ServiceLevelReview.class);

    private static final int BATCH = 100;

    /** What one run judges at most is this times {@value #BATCH}; the next run goes on. */
    private static final int MOST_BATCHES = 10_000;

    private final TicketRepository tickets;
    private final ClockRepository clocks;
    private final ServiceLevels serviceLevels;
    private final PolicyBook policies;
    private final Clock clock;
    private volatile boolean stopping;

    ServiceLevelReview(
            TicketRepository tickets,
            ClockRepository clocks,
            ServiceLevels serviceLevels,
            PolicyBook policies,
            Clock clock) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.serviceLevels = serviceLevels;
        this.policies = policies;
        this.clock = clock;
    }

    /** The database is closed soon: a run that goes on would fail. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        stopping = true;
    }

    /** Judges what was judged by a former edition. What others hold right now is left to the next run. */
    @Scheduled(
            every = "{helpdesk.ticket.review-every}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void review() {
        long edition = QuarkusTransaction.requiringNew().call(policies::refreshed);
        int judged = 0;
        boolean more = true;
        for (int batch = 0; more && !stopping && batch < MOST_BATCHES; batch++) {
            int some = QuarkusTransaction.requiringNew().call(() -> judge(edition));
            judged += some;
            more = some > 0;
        }
        if (judged > 0) {
            LOG.infof("Judged %d tickets by edition %d of the service level policies", judged, edition);
        }
    }

    private int judge(long edition) {
        List<UUID> outdated = clocks.judgedBefore(edition, BATCH);
        if (outdated.isEmpty()) {
            return 0;
        }
        List<Ticket> held = tickets.lockFree(outdated);
        serviceLevels.changed(held.stream().map(TicketFacts::situation).toList(), clock.instant());
        return held.size();
    }
}

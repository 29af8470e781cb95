package helpdesk.ticket.ticketing;

import helpdesk.platform.time.Stopping;
import helpdesk.ticket.servicelevel.ClockRepository;
import helpdesk.ticket.servicelevel.JudgedTicket;
import helpdesk.ticket.servicelevel.PolicyBook;
import helpdesk.ticket.servicelevel.ServiceLevels;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
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

    private static final int BATCH = 300;

    /** What one run judges at most is this times {@value #BATCH} clocks; the next run goes on. */
    private static final int MOST_BATCHES = 10_000;

    private final TicketRepository tickets;
    private final ClockRepository clocks;
    private final ServiceLevels serviceLevels;
    private final PolicyBook policies;
    private final Clock clock;
    private final Stopping stopping;

    ServiceLevelReview(
            TicketRepository tickets,
            ClockRepository clocks,
            ServiceLevels serviceLevels,
            PolicyBook policies,
            Stopping stopping,
            Clock clock) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.serviceLevels = serviceLevels;
        this.policies = policies;
        this.stopping = stopping;
        this.clock = clock;
    }

    /** Judges what was judged by a former edition. What others hold right now is left to the next run. */
    @Scheduled(
            every = "{helpdesk.ticket.review-every}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void review() {
        long edition = QuarkusTransaction.requiringNew().call(policies::refreshed);
        int judged = 0;
        JudgedTicket at = JudgedTicket.FIRST;
        for (int batch = 0; !stopping.hasBegun() && batch < MOST_BATCHES; batch++) {
            JudgedTicket from = at;
            List<JudgedTicket> outdated =
                    QuarkusTransaction.requiringNew().call(() -> clocks.judgedBefore(edition, from, BATCH));
            if (outdated.isEmpty()) {
                break;
            }
            at = outdated.getLast();
            judged += judge(
                    outdated.stream().map(JudgedTicket::ticketId).distinct().toList());
        }
        if (judged > 0) {
            LOG.infof("Judged %d tickets by edition %d of the service level policies", judged, edition);
        }
    }

    /** Together, or each for itself when one of them fails; returns how many were judged. */
    private int judge(List<UUID> outdated) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                List<Ticket> held = tickets.lockFree(outdated);
                serviceLevels.changed(held.stream().map(TicketFacts::situation).toList(), clock.instant());
                return held.size();
            });
        } catch (RuntimeException failure) {
            if (outdated.size() == 1) {
                LOG.errorf(failure, "Ticket %s could not be judged; tried again soon", outdated.getFirst());
                return 0;
            }
            return outdated.stream().mapToInt(id -> judge(List.of(id))).sum();
        }
    }
}

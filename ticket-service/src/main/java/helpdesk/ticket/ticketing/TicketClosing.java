package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Closes tickets by rule: what stayed resolved for a while is done for good. Replicas may do so at the same time. */
@ApplicationScoped
public class TicketClosing {

    private static final int BATCH = 100;

    /** What one run closes at most is this times {@value #BATCH}; the next run goes on. */
    private static final int MOST_BATCHES = 100;

    private final TicketRepository tickets;
    private final TicketJournal journal;
    private final Causation causation;
    private final Clock clock;
    private final Duration delay;

    TicketClosing(
            TicketRepository tickets,
            TicketJournal journal,
            Causation causation,
            Clock clock,
            @ConfigProperty(name = "helpdesk.ticket.close-after") Duration delay) {
        this.tickets = tickets;
        this.journal = journal;
        this.causation = causation;
        this.clock = clock;
        this.delay = delay;
    }

    /** Closes those that are due. */
    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void closeDue() {
        causation.actAs(Actor.system("close-resolved"));
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            if (QuarkusTransaction.requiringNew().call(this::closeBatch) < BATCH) {
                return;
            }
        }
    }

    private int closeBatch() {
        Instant now = clock.instant();
        List<Ticket> due = tickets.lockResolvedBefore(now.minus(delay), BATCH);
        due.forEach(ticket -> journal.tell(ticket, ticket.close(now)));
        return due.size();
    }
}

package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.vocabulary.TicketStatus;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Closes tickets by rule: what stayed resolved for a while is done for good. */
@ApplicationScoped
public class TicketClosing {

    private static final int BATCH = 100;

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

    /** Closes some of those that are due. */
    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void closeDue() {
        causation.actAs(Actor.system("close-resolved"));
        Instant now = clock.instant();
        List<Ticket> due = tickets.resolvedBefore(now.minus(delay), BATCH).stream()
                .map(tickets::lockUnlessHeld)
                .flatMap(Optional::stream)
                .filter(ticket -> ticket.status() == TicketStatus.RESOLVED)
                .toList();
        due.forEach(ticket -> journal.tell(ticket, ticket.close(now)));
    }
}

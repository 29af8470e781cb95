package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.servicelevel.ClockAlarm;
import helpdesk.ticket.servicelevel.ServiceLevels;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells when clocks pass their goal or their promise. What was told is written down in the transaction of the event, on a ticket
 * that is held: each is told once, by whichever replica comes first, and after a fault by the next.
 */
@ApplicationScoped
public class ServiceLevelAlarms {

    private static final int BATCH = 200;

    /** What one run tells at most is this times {@value #BATCH}; the next run goes on. */
    private static final int MOST_BATCHES = 500;

    private final TicketRepository tickets;
    private final ServiceLevels serviceLevels;
    private final TicketJournal journal;
    private final Causation causation;
    private final MeterRegistry metrics;
    private final Clock clock;

    ServiceLevelAlarms(
            TicketRepository tickets,
            ServiceLevels serviceLevels,
            TicketJournal journal,
            Causation causation,
            MeterRegistry metrics,
            Clock clock) {
        this.tickets = tickets;
        this.serviceLevels = serviceLevels;
        this.journal = journal;
        this.causation = causation;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Tells all that is due. What others hold right now is left to them, or to the next run. */
    @Scheduled(
            every = "{helpdesk.ticket.alarms-every}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellDue() {
        causation.actAs(Actor.system("service-level"));
        boolean more = true;
        for (int batch = 0; more && batch < MOST_BATCHES; batch++) {
            more = QuarkusTransaction.requiringNew().call(this::tellSome);
        }
    }

    /** Whether there may be more to tell. */
    private boolean tellSome() {
        Instant now = clock.instant();
        List<UUID> alarmed = serviceLevels.alarmed(now, BATCH);
        Set<UUID> ids = new HashSet<>(alarmed);
        if (ids.isEmpty()) {
            return false;
        }
        Map<UUID, Ticket> held =
                tickets.lockFree(ids).stream().collect(Collectors.toMap(Ticket::id, Function.identity()));
        List<ClockAlarm> alarms = held.isEmpty() ? List.of() : serviceLevels.takeAlarms(held.keySet(), now);
        for (ClockAlarm alarm : alarms) {
            Ticket ticket = held.get(alarm.ticketId());
            journal.tell(ticket, ticket.alarmed(alarm, now));
            measure(alarm, now);
        }
        return alarmed.size() == BATCH && !alarms.isEmpty();
    }

    private void measure(ClockAlarm alarm, Instant now) {
        metrics.timer(
                        "helpdesk.service.level.alarms",
                        "kind",
                        alarm.isBreach() ? "breach" : "warning",
                        "metric",
                        alarm.metric().wireName())
                .record(Duration.between(alarm.dueAt(), now));
    }
}

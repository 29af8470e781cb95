package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import helpdesk.platform.time.Stopping;
import helpdesk.ticket.servicelevel.ClockAlarm;
import helpdesk.ticket.servicelevel.ClockRepository;
import helpdesk.ticket.servicelevel.ServiceLevels;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells when clocks pass their goal or their promise. What was told is written down in the transaction of the event, on a ticket
 * that is held: each is told once, by whichever replica comes first, and after a fault by the next.
 */
@ApplicationScoped
public class ServiceLevelAlarms {

    private static final Logger LOG = Logger.getLogger(ServiceLevelAlarms.class);

    private static final int BATCH = 50;

    /** What one run tells at most is this times {@value #BATCH}; the next run goes on. */
    private static final int MOST_BATCHES = 2_000;

    /** Shorter than a second with a last look and a pause, so that the next run begins in time. */
    private static final Duration RUN = Duration.ofMillis(650);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final TicketRepository tickets;
    private final ClockRepository clocks;
    private final ServiceLevels serviceLevels;
    private final TicketEscalation escalation;
    private final TicketJournal journal;
    private final Causation causation;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Stopping stopping;

    ServiceLevelAlarms(
            TicketRepository tickets,
            ClockRepository clocks,
            ServiceLevels serviceLevels,
            TicketEscalation escalation,
            TicketJournal journal,
            Causation causation,
            MeterRegistry metrics,
            Stopping stopping,
            Clock clock) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.serviceLevels = serviceLevels;
        this.escalation = escalation;
        this.journal = journal;
        this.causation = causation;
        this.metrics = metrics;
        this.stopping = stopping;
        this.clock = clock;
    }

    /** Looks several times a run, because runs cannot be less than a second apart. */
    @Scheduled(
            every = "{helpdesk.ticket.alarms-every}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watch() {
        long end = System.nanoTime() + RUN.toNanos();
        while (!stopping.hasBegun() && System.nanoTime() < end) {
            tellDue();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Tells all that is due. What others hold right now is left to them, or to the next run. */
    void tellDue() {
        causation.actAs(Actor.system("service-level"));
        boolean more = true;
        for (int batch = 0; more && !stopping.hasBegun() && batch < MOST_BATCHES; batch++) {
            List<UUID> alarmed = QuarkusTransaction.requiringNew().call(() -> clocks.alarmed(clock.instant(), BATCH));
            more = tell(alarmed) > 0 && alarmed.size() == BATCH;
        }
    }

    /** Together, or each for itself when one of them fails; returns how many were told. */
    private int tell(List<UUID> ids) {
        Set<UUID> distinct = new TreeSet<>(ids);
        if (distinct.isEmpty()) {
            return 0;
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> tellTogether(distinct));
        } catch (RuntimeException failure) {
            if (distinct.size() == 1) {
                LOG.errorf(
                        failure,
                        "What a clock of ticket %s has to tell could not be told; tried again soon",
                        ids.getFirst());
                return 0;
            }
            return distinct.stream().mapToInt(id -> tell(List.of(id))).sum();
        }
    }

    private int tellTogether(Set<UUID> ids) {
        Instant now = clock.instant();
        Map<UUID, Ticket> held =
                tickets.lockFree(ids).stream().collect(Collectors.toMap(Ticket::id, Function.identity()));
        List<ClockAlarm> alarms = held.isEmpty() ? List.of() : serviceLevels.takeAlarms(held.keySet(), now);
        for (ClockAlarm alarm : alarms) {
            Ticket ticket = held.get(alarm.ticketId());
            journal.tell(ticket, ticket.alarmed(alarm, now));
            escalation.escalate(ticket, alarm, now);
            if (!ticket.origin().isProbe()) {
                measure(alarm, now);
            }
        }
        return alarms.size();
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

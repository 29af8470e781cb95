package helpdesk.ticket.servicelevel;

import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Starts, pauses and stops the clocks of tickets. Whoever calls it holds the ticket. */
@ApplicationScoped
public class ServiceLevels {

    private static final List<Metric> FROM_THE_BEGINNING =
            List.of(Metric.ACKNOWLEDGEMENT, Metric.FIRST_REPLY, Metric.RESOLUTION);

    /** Who has asked nothing awaits no answer. */
    private static final List<Metric> UNASKED = List.of(Metric.RESOLUTION);

    private final ClockRepository clocks;
    private final PolicyBook policies;

    ServiceLevels(ClockRepository clocks, PolicyBook policies) {
        this.clocks = clocks;
        this.policies = policies;
    }

    /** Starts what runs from the first moment. */
    public void opened(TicketSituation ticket, Instant now) {
        clocks.persist(first(ticket, now));
    }

    /** How a ticket stands that was just opened, without asking the database for what is known. */
    public ServiceLevelView viewOfOpened(TicketSituation ticket, Instant openedAt, Instant now) {
        return ServiceLevelView.of(first(ticket, openedAt), now, policies);
    }

    /** The customer knows that we have heard. */
    public void acknowledged(TicketSituation ticket, Instant now, boolean automatic) {
        meet(current(ticket, now), now, automatic, Metric.ACKNOWLEDGEMENT);
    }

    /**
     * A person has answered. Where further news are promised, the time until those begins; not for somebody who has neither asked nor
     * written.
     */
    public void replied(TicketSituation ticket, Instant now) {
        Map<Metric, ServiceLevelClock> current = current(ticket, now);
        meet(current, now, false, Metric.ACKNOWLEDGEMENT, Metric.FIRST_REPLY, Metric.NEXT_REPLY, Metric.UPDATE);
        boolean isUpdatePromised = policies.edition()
                .match(ticket.facts())
                .target(Metric.UPDATE, ticket.priority())
                .isPresent();
        boolean awaitsNews = ticket.isAsked() || current.containsKey(Metric.NEXT_REPLY);
        if (isUpdatePromised && awaitsNews && !ticket.isSolved()) {
            begin(ticket, Metric.UPDATE, current, now);
        }
    }

    /** The customer has written again: the answer to that is awaited, unless one is awaited already. */
    public void customerWrote(TicketSituation ticket, Instant now) {
        Map<Metric, ServiceLevelClock> current = current(ticket, now);
        boolean awaited = isOpen(current.get(Metric.FIRST_REPLY)) || isOpen(current.get(Metric.NEXT_REPLY));
        if (!awaited) {
            begin(ticket, Metric.NEXT_REPLY, current, now);
        }
    }

    /** Something is other than it was: whom it waits for, how urgent it is, how it is filed. Its clocks run by that from now on. */
    public void changed(TicketSituation ticket, Instant now) {
        current(ticket, now);
    }

    /** The same for many, with one query. */
    public void changed(Collection<TicketSituation> tickets, Instant now) {
        Map<UUID, Map<Metric, ServiceLevelClock>> latest =
                clocks.latest(tickets.stream().map(TicketSituation::ticketId).toList());
        tickets.forEach(ticket -> follow(latest.get(ticket.ticketId()).values(), ticket, now));
    }

    /** It is solved, which answers everything. */
    public void resolved(TicketSituation ticket, Instant now) {
        meet(current(ticket, now), now, false, Metric.values());
    }

    /** It was not solved after all: a new time to solve it begins. */
    public void reopened(TicketSituation ticket, Instant now) {
        begin(ticket, Metric.RESOLUTION, current(ticket, now), now);
    }

    /** What the clocks of these tickets have to tell; they will not tell it again. */
    public List<ClockAlarm> takeAlarms(Collection<UUID> tickets, Instant now) {
        return clocks.alarmed(tickets, now).stream()
                .flatMap(clock -> clock.alarm(now).stream())
                .toList();
    }

    /** How tickets stand, for all of them with one query. */
    public Map<UUID, ServiceLevelView> views(Collection<UUID> tickets, Instant now) {
        Map<UUID, Map<Metric, ServiceLevelClock>> latest = clocks.latest(tickets);
        policies.prepare(latest.values().stream()
                .flatMap(metrics -> metrics.values().stream())
                .flatMap(clock -> clock.revisions().stream())
                .collect(Collectors.toSet()));
        return latest.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> ServiceLevelView.of(entry.getValue().values(), now, policies)));
    }

    private List<ServiceLevelClock> first(TicketSituation ticket, Instant now) {
        return (ticket.isAsked() ? FROM_THE_BEGINNING : UNASKED)
                .stream().map(metric -> started(ticket, metric, 1, now)).toList();
    }

    private ServiceLevelClock started(TicketSituation ticket, Metric metric, int cycle, Instant now) {
        ServiceLevelClock clock = new ServiceLevelClock(Ids.next(), ticket.ticketId(), metric, cycle, now);
        follow(List.of(clock), ticket, now);
        return clock;
    }

    /** The latest clock of each metric; those that are open run by what holds of the ticket now. */
    private Map<Metric, ServiceLevelClock> current(TicketSituation ticket, Instant now) {
        Map<Metric, ServiceLevelClock> latest = clocks.latest(ticket.ticketId());
        follow(latest.values(), ticket, now);
        return latest;
    }

    private void follow(Collection<ServiceLevelClock> running, TicketSituation ticket, Instant now) {
        // Another replica may be a second ahead; what it has judged is not judged by less.
        long known =
                running.stream().mapToLong(ServiceLevelClock::judgedBy).max().orElse(0);
        PolicyEdition edition = policies.edition(known);
        PolicyTerms terms = edition.match(ticket.facts());
        for (ServiceLevelClock clock : running) {
            clock.follow(terms, ticket, edition.number(), now, policies);
        }
    }

    private void meet(Map<Metric, ServiceLevelClock> current, Instant now, boolean automatic, Metric... metrics) {
        for (Metric metric : metrics) {
            if (isOpen(current.get(metric))) {
                current.get(metric).meet(now, automatic, policies);
            }
        }
    }

    private void begin(TicketSituation ticket, Metric metric, Map<Metric, ServiceLevelClock> current, Instant now) {
        ServiceLevelClock former = current.get(metric);
        clocks.persist(started(ticket, metric, former == null ? 1 : former.cycle() + 1, now));
    }

    private static boolean isOpen(ServiceLevelClock clock) {
        return clock != null && clock.isOpen();
    }
}

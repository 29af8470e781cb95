package helpdesk.ticket.servicelevel;

import helpdesk.platform.persistence.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Starts, pauses and stops the clocks of tickets. */
@ApplicationScoped
public class ServiceLevels implements PanacheRepositoryBase<ServiceLevelClock, UUID> {

    /** Starts what runs from the first moment. */
    public void opened(UUID ticket, Instant now) {
        persist(first(ticket, now));
    }

    /** How a ticket stands that was just opened, without asking the database for what is known. */
    public ServiceLevelView viewOfOpened(UUID ticket, Instant openedAt, Instant now) {
        return ServiceLevelView.of(first(ticket, openedAt), now);
    }

    /** The customer knows that we have heard. */
    public void acknowledged(UUID ticket, Instant now, boolean automatic) {
        meet(ticket, now, automatic, Metric.ACKNOWLEDGEMENT);
    }

    /** A person has answered. */
    public void replied(UUID ticket, Instant now) {
        meet(ticket, now, false, Metric.ACKNOWLEDGEMENT, Metric.FIRST_REPLY, Metric.NEXT_REPLY);
    }

    /** The customer has written again: the answer to that is awaited, unless one is awaited already. */
    public void customerWrote(UUID ticket, Instant now) {
        Map<Metric, ServiceLevelClock> latest = latest(ticket);
        boolean awaited = isOpen(latest.get(Metric.FIRST_REPLY)) || isOpen(latest.get(Metric.NEXT_REPLY));
        if (!awaited) {
            begin(ticket, Metric.NEXT_REPLY, latest, now);
        }
    }

    /** It waits for the customer. */
    public void paused(UUID ticket, Instant now) {
        latest(ticket).values().forEach(clock -> clock.pause(now));
    }

    /** It waits for us again. */
    public void resumed(UUID ticket, Instant now) {
        latest(ticket).values().forEach(clock -> clock.resume(now));
    }

    /**
     * It goes on in another ticket: all of its clocks that run stand still.
     *
     * @return the clocks that were stopped, for {@link #restarted}
     */
    public List<UUID> stopped(UUID ticket, Instant now) {
        return latest(ticket).values().stream()
                .filter(clock -> clock.stop(now))
                .map(ServiceLevelClock::id)
                .toList();
    }

    /** It stands for itself again: these clocks go on where they were stopped. */
    public void restarted(Collection<UUID> clocks, Instant now) {
        if (!clocks.isEmpty()) {
            list("id in ?1", clocks).forEach(clock -> clock.resume(now));
        }
    }

    /** It is solved, which answers everything. */
    public void resolved(UUID ticket, Instant now) {
        meet(ticket, now, false, Metric.values());
    }

    /** It was not solved after all: a new time to solve it begins. */
    public void reopened(UUID ticket, Instant now) {
        begin(ticket, Metric.RESOLUTION, latest(ticket), now);
    }

    /** Tickets with a clock that has something to tell, the most urgent first. */
    public List<UUID> alarmed(Instant now, int limit) {
        return find("select c.ticketId from ServiceLevelClock c where c.alarmAt < ?1 order by c.alarmAt", now)
                .project(UUID.class)
                .range(0, limit - 1)
                .list();
    }

    /** What the clocks of these tickets have to tell; they will not tell it again. */
    public List<ClockAlarm> takeAlarms(Collection<UUID> tickets, Instant now) {
        return list("ticketId in ?1 and alarmAt < ?2 order by alarmAt, id", tickets, now).stream()
                .flatMap(clock -> clock.alarm(now).stream())
                .toList();
    }

    /** How tickets stand, for all of them with one query. */
    public Map<UUID, ServiceLevelView> views(Collection<UUID> tickets, Instant now) {
        Map<UUID, Map<Metric, ServiceLevelClock>> clocks = new HashMap<>();
        if (!tickets.isEmpty()) {
            find("ticketId in ?1 order by ticketId, metric, cycle", tickets).stream()
                    .forEach(clock -> clocks.computeIfAbsent(clock.ticketId(), id -> new EnumMap<>(Metric.class))
                            .put(clock.metric(), clock));
        }
        Map<UUID, ServiceLevelView> views = new HashMap<>();
        tickets.forEach(ticket -> views.put(
                ticket,
                ServiceLevelView.of(clocks.getOrDefault(ticket, Map.of()).values(), now)));
        return views;
    }

    private static List<ServiceLevelClock> first(UUID ticket, Instant now) {
        return Stream.of(Metric.ACKNOWLEDGEMENT, Metric.FIRST_REPLY, Metric.RESOLUTION)
                .map(metric -> new ServiceLevelClock(Ids.next(), ticket, metric, 1, now))
                .toList();
    }

    private void meet(UUID ticket, Instant now, boolean automatic, Metric... metrics) {
        Map<Metric, ServiceLevelClock> latest = latest(ticket);
        for (Metric metric : metrics) {
            if (isOpen(latest.get(metric))) {
                latest.get(metric).meet(now, automatic);
            }
        }
    }

    private void begin(UUID ticket, Metric metric, Map<Metric, ServiceLevelClock> latest, Instant now) {
        ServiceLevelClock former = latest.get(metric);
        persist(new ServiceLevelClock(Ids.next(), ticket, metric, former == null ? 1 : former.cycle() + 1, now));
    }

    private Map<Metric, ServiceLevelClock> latest(UUID ticket) {
        Map<Metric, ServiceLevelClock> latest = new EnumMap<>(Metric.class);
        list("ticketId = ?1 order by cycle", ticket).forEach(clock -> latest.put(clock.metric(), clock));
        return latest;
    }

    private static boolean isOpen(ServiceLevelClock clock) {
        return clock != null && clock.isOpen();
    }
}

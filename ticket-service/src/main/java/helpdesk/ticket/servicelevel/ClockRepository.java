package helpdesk.ticket.servicelevel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where clocks are kept. */
@ApplicationScoped
public class ClockRepository implements PanacheRepositoryBase<ServiceLevelClock, UUID> {

    /** Tickets with a clock that has something to tell, the most urgent first. */
    public List<UUID> alarmed(Instant now, int limit) {
        return find("select c.ticketId from ServiceLevelClock c where c.alarmAt < ?1 order by c.alarmAt", now)
                .project(UUID.class)
                .range(0, limit - 1)
                .list();
    }

    /**
     * Open clocks that were judged by a former edition of the policies, in the order of these.
     *
     * @param after where to go on, so that nobody passes again over those that were judged meanwhile
     */
    public List<JudgedTicket> judgedBefore(long edition, JudgedTicket after, int limit) {
        return find("""
                        select c.edition, c.ticketId from ServiceLevelClock c
                        where c.edition < ?1 and c.metAt is null and (c.edition, c.ticketId) > (?2, ?3)
                        order by c.edition, c.ticketId""", edition, after.edition(), after.ticketId())
                .project(JudgedTicket.class)
                .range(0, limit - 1)
                .list();
    }

    List<ServiceLevelClock> alarmed(Collection<UUID> tickets, Instant now) {
        return list("ticketId in ?1 and alarmAt < ?2 order by alarmAt, id", tickets, now);
    }

    /** All clocks of a ticket, in the order in which they started. */
    List<ServiceLevelClock> all(UUID ticket) {
        return list("ticketId = ?1 order by startedAt, metric, cycle", ticket);
    }

    /** The latest clock of each metric. */
    Map<Metric, ServiceLevelClock> latest(UUID ticket) {
        return latest(List.of(ticket)).get(ticket);
    }

    /** The latest clock of each metric, for each of the tickets, with one query. */
    Map<UUID, Map<Metric, ServiceLevelClock>> latest(Collection<UUID> tickets) {
        Map<UUID, Map<Metric, ServiceLevelClock>> latest = new HashMap<>();
        tickets.forEach(ticket -> latest.put(ticket, new EnumMap<>(Metric.class)));
        if (!tickets.isEmpty()) {
            list("ticketId in ?1 order by cycle", tickets)
                    .forEach(clock -> latest.get(clock.ticketId()).put(clock.metric(), clock));
        }
        return latest;
    }
}

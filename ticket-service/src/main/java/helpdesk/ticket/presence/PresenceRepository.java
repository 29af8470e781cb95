package helpdesk.ticket.presence;

import helpdesk.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where it is kept who is at which ticket. */
@ApplicationScoped
public class PresenceRepository implements PanacheRepositoryBase<TicketPresence, UUID> {

    private static final int SKIP_LOCKED = -2;

    private final Sql sql;

    PresenceRepository(Sql sql) {
        this.sql = sql;
    }

    /** The presence of this agent at this ticket; two frontends of the same agent wait for each other. */
    Optional<TicketPresence> lock(UUID ticket, UUID agent) {
        sql.list(
                "select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held",
                row -> true,
                ticket + ":" + agent);
        return find("ticketId = ?1 and agentId = ?2", ticket, agent)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<TicketPresence> at(UUID ticket, Instant now, int limit) {
        return find("ticketId = ?1 and expiresAt > ?2 order by since, id", ticket, now)
                .range(0, limit - 1)
                .list();
    }

    /** Those that said nothing any more, held against others. */
    List<TicketPresence> lockOver(Instant now, int limit) {
        return find("expiresAt <= ?1 order by expiresAt", now)
                .range(0, limit - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .list();
    }
}

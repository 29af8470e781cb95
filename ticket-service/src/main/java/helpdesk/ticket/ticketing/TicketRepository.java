package helpdesk.ticket.ticketing;

import helpdesk.ticket.TicketProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Where tickets are kept. */
@ApplicationScoped
public class TicketRepository implements PanacheRepositoryBase<Ticket, UUID> {

    private static final String WITH_ASSIGNEE = "from Ticket t left join fetch t.assignee ";

    /** What the provider takes for "skip locked" where a lock time-out is given. */
    private static final int SKIP_LOCKED = -2;

    /** The next number. Numbers are unique and grow; a failed request leaves a gap. */
    long nextNumber() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('ticket_number')")
                        .getSingleResult())
                .longValue();
    }

    /**
     * The ticket with this id, or this number as people write it.
     *
     * @throws helpdesk.platform.problem.Problem {@code ticket-not-found}
     */
    public Ticket require(String idOrNumber) {
        return findByReference(idOrNumber)
                .orElseThrow(() -> TicketProblem.TICKET_NOT_FOUND.problem(
                        "No ticket has this id or number. Numbers look like HD-1042."));
    }

    /** The same, held against other writers until the end of the transaction: for writers that bring no If-Match. */
    public Ticket requireForChange(String idOrNumber) {
        Ticket ticket = require(idOrNumber);
        getEntityManager().refresh(ticket, LockModeType.PESSIMISTIC_WRITE);
        return ticket;
    }

    /** The ticket, held against other writers until the end of the transaction. */
    public Optional<Ticket> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The ticket that this source opened under its own id. */
    Optional<Ticket> findByExternalId(String source, String externalId) {
        return find("origin.externalSource = ?1 and origin.externalId = ?2", source, externalId)
                .firstResultOptional();
    }

    /** Tickets that were resolved before the time, the oldest first. */
    List<UUID> resolvedBefore(Instant time, int limit) {
        return getEntityManager()
                .createQuery("""
                        select t.id from Ticket t
                        where t.status = RESOLVED and t.resolvedAt < :time order by t.resolvedAt""", UUID.class)
                .setParameter("time", time)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The ticket, unless somebody else holds it right now. */
    Optional<Ticket> lockUnlessHeld(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .firstResultOptional();
    }

    private Optional<Ticket> findByReference(String text) {
        OptionalLong number = TicketNumber.parse(text);
        if (number.isPresent()) {
            return find(WITH_ASSIGNEE + "where t.number = ?1", number.getAsLong())
                    .firstResultOptional();
        }
        try {
            return find(WITH_ASSIGNEE + "where t.id = ?1", UUID.fromString(text))
                    .firstResultOptional();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}

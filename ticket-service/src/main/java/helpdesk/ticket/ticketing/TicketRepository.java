package helpdesk.ticket.ticketing;

import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.TicketProblem;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Where tickets are kept. */
@ApplicationScoped
public class TicketRepository implements PanacheRepositoryBase<Ticket, UUID> {

    private static final String WITH_ASSIGNEE = "from Ticket t left join fetch t.assignee ";

    private static final String LOCK_ALL = "select id from ticket where id = any(?) order by id for no key update";

    private static final String LOCK_FREE =
            "select id from ticket where id = any(?) order by id for no key update skip locked";

    /** What the provider takes for "skip locked" where a lock time-out is given. */
    private static final int SKIP_LOCKED = -2;

    private final Sql sql;

    TicketRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * The ticket with this id, or this number as people write it.
     *
     * @throws helpdesk.platform.problem.Problem {@code ticket-not-found}
     */
    public Ticket require(String idOrNumber) {
        return byReference(idOrNumber).firstResultOptional().orElseThrow(TicketRepository::unknown);
    }

    /**
     * The same, held against other writers until the end of the transaction. First held and then read: a row that was waited for is told
     * as it became, but one that was joined to it is not.
     */
    public Ticket requireForChange(String idOrNumber) {
        UUID id = find(idOrNumber, " for no key update").orElseThrow(TicketRepository::unknown);
        return withAssignees(List.of(id)).getFirst();
    }

    /** The id of the ticket with this id or number, without reading the ticket. */
    Optional<UUID> findId(String idOrNumber) {
        return find(idOrNumber, "");
    }

    private Optional<UUID> find(String idOrNumber, String lock) {
        OptionalLong number = TicketNumber.parse(idOrNumber);
        if (number.isPresent()) {
            return sql.first(
                    "select id from ticket where number = ?" + lock,
                    row -> row.getObject(1, UUID.class),
                    number.getAsLong());
        }
        try {
            return sql.first(
                    "select id from ticket where id = ?" + lock,
                    row -> row.getObject(1, UUID.class),
                    UUID.fromString(idOrNumber));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The tickets with these ids, in no order, each with the one who has it. */
    List<Ticket> withAssignees(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list(WITH_ASSIGNEE + "where t.id in ?1", ids);
    }

    /** Those that were opened in a period, the newest first, each with the one who has it. */
    List<Ticket> openedBetween(Instant from, Instant before, int limit) {
        return find(
                        WITH_ASSIGNEE + "where t.trail.createdAt >= ?1 and t.trail.createdAt < ?2 "
                                + "order by t.trail.createdAt desc, t.id desc",
                        from,
                        before)
                .range(0, limit - 1)
                .list();
    }

    /** The ticket, held against other writers until the end of the transaction. */
    Optional<Ticket> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Holds the tickets against other writers until the end of the transaction, in the order of their ids. */
    void lockAll(Collection<UUID> ids) {
        sql.list(LOCK_ALL, row -> row.getObject(1), (Object) ids.toArray(UUID[]::new));
    }

    /** Those of the tickets that nobody else holds right now, held themselves, in no order, each with the one who has it. */
    List<Ticket> lockFree(Collection<UUID> ids) {
        return withAssignees(
                sql.list(LOCK_FREE, row -> row.getObject(1, UUID.class), (Object) ids.toArray(UUID[]::new)));
    }

    /** The ticket that this source opened under its own id. */
    Optional<Ticket> findByExternalId(String source, String externalId) {
        return find("origin.externalSource = ?1 and origin.externalId = ?2", source, externalId)
                .firstResultOptional();
    }

    /** Whether a ticket follows this answer to a survey up. */
    boolean followsUp(UUID surveyResponse) {
        return count("origin.surveyResponseId", surveyResponse) > 0;
    }

    /** Whether there is a ticket for this lapse of a customer. */
    boolean winsBack(UUID lapse) {
        return count("origin.winBackOf", lapse) > 0;
    }

    /** The latest ticket that follows this one up and is not closed itself, held against other writers. */
    Optional<Ticket> lockUnclosedFollowUp(UUID closed) {
        return find("origin.followUpOf = ?1 and progress.status <> CLOSED order by id desc", closed)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whether tickets are incidents of this one. */
    boolean hasIncidents(UUID problem) {
        return count("relations.problemId", problem) > 0;
    }

    /** Incidents of the problems that are not solved, held against other writers, in the order of their ids. */
    List<Ticket> lockUnsolvedIncidents(Collection<UUID> problems, int limit) {
        return find("relations.problemId in ?1 and progress.status not in (RESOLVED, CLOSED) order by id", problems)
                .range(0, limit - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Tickets that were resolved before the time, the oldest first, without those that somebody else holds right now. */
    List<Ticket> lockResolvedBefore(Instant time, int limit) {
        return find("progress.status = RESOLVED and progress.resolvedAt < ?1 order by progress.resolvedAt", time)
                .range(0, limit - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .list();
    }

    private PanacheQuery<Ticket> byReference(String text) {
        OptionalLong number = TicketNumber.parse(text);
        if (number.isPresent()) {
            return find(WITH_ASSIGNEE + "where t.number = ?1", number.getAsLong());
        }
        try {
            return find(WITH_ASSIGNEE + "where t.id = ?1", UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
    }

    static RuntimeException unknown() {
        return TicketProblem.TICKET_NOT_FOUND.problem("No ticket has this id or number. Numbers look like HD-1042.");
    }
}

package helpdesk.notification.callback;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Timeouts;

/** The callbacks. */
@ApplicationScoped
class CallbackRepository implements PanacheRepositoryBase<Callback, UUID> {

    /** As {@link Callback#listedAt} and the indexes have it. */
    private static final String LISTED_AT = "coalesce(slotStart, createdAt)";

    /** As {@link Callback#promisedAt} and the index have it. */
    private static final String PROMISED_AT = "coalesce(slotEnd, createdAt)";

    private static final String CLAIMED = "claim.until > :now and status in (REQUESTED, SCHEDULED, NO_ANSWER)";

    private static final String UNCLAIMED =
            "(claim.until is null or claim.until <= :now or status not in (REQUESTED, SCHEDULED, NO_ANSWER))";

    /** The callback, which nobody else changes until the transaction ends. */
    Optional<Callback> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Callbacks that fit the filter, behind a place in the list, the earliest first. */
    List<Callback> list(CallbackFilter filter, Instant now, CallbackPlace after, int limit) {
        String order = filter.due() ? PROMISED_AT : LISTED_AT;
        List<String> conditions = new ArrayList<>();
        Parameters values = new Parameters();
        if (!filter.statuses().isEmpty()) {
            conditions.add(status(filter.statuses()));
            values.and("statuses", filter.statuses()).and("now", now);
        }
        if (filter.due()) {
            conditions.add("dueAt <= :now and " + UNCLAIMED);
            values.and("now", now);
        }
        if (filter.ticketId() != null) {
            conditions.add("ticketId = :ticketId");
            values.and("ticketId", filter.ticketId());
        }
        if (filter.customerId() != null) {
            conditions.add("customerId = :customerId");
            values.and("customerId", filter.customerId());
        }
        if (after != null) {
            conditions.add("(%s, id) > (:at, :id)".formatted(order));
            values.and("at", after.at()).and("id", after.id());
        }
        return find(String.join(" and ", conditions), Sort.by(order, "id").disableEscaping(), values)
                .page(0, limit)
                .list();
    }

    /** What somebody has taken on is stored as what it was before. */
    private static String status(Set<CallbackStatus> statuses) {
        String stored = "status in :statuses and " + UNCLAIMED;
        return statuses.contains(CallbackStatus.QUEUED) ? "(%s or %s)".formatted(stored, CLAIMED) : stored;
    }

    /** Callbacks whose customers are to be reminded, some at once, none that another instance works on. */
    List<Callback> claimToRemind(Instant now, int limit) {
        return find("remindAt <= ?1", Sort.by("remindAt"), now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, limit)
                .list();
    }

    /** The groups for which callbacks wait that have no time. */
    List<String> waitedFor(int limit) {
        return getEntityManager()
                .createQuery("select distinct c.group from Callback c where c.status = :status", String.class)
                .setParameter("status", CallbackStatus.REQUESTED)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The one that waits longest for a time, of those that nobody has taken on and no other instance works on. */
    Optional<Callback> claimWaiting(String group, Instant now, CallbackPlace after) {
        return find(
                        "status = ?1 and group = ?2 and (claim.until is null or claim.until <= ?3)"
                                + " and (createdAt, id) > (?4, ?5)",
                        Sort.by("createdAt", "id"),
                        CallbackStatus.REQUESTED,
                        group,
                        now,
                        after.at(),
                        after.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, 1)
                .list()
                .stream()
                .findFirst();
    }

    /** Callbacks that nobody made in time, some at once, none that another instance works on. */
    List<Callback> claimOverdue(Instant endedBefore, int limit) {
        return find(
                        "status in ?1 and slotEnd < ?2",
                        Sort.by("slotEnd"),
                        Set.of(CallbackStatus.SCHEDULED, CallbackStatus.NO_ANSWER),
                        endedBefore)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, limit)
                .list();
    }
}

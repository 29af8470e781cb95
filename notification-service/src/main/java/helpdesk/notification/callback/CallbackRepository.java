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

    /** The callback, which nobody else changes until the transaction ends. */
    Optional<Callback> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Callbacks that fit the filter, behind a place in the list, the earliest first. */
    List<Callback> list(CallbackFilter filter, Instant now, CallbackPlace after, int limit) {
        List<String> conditions = new ArrayList<>();
        Parameters values = new Parameters();
        if (!filter.statuses().isEmpty()) {
            conditions.add("status in :statuses");
            values.and("statuses", filter.statuses());
        }
        if (filter.due()) {
            conditions.add("dueAt <= :now");
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
            conditions.add("(%s, id) > (:listedAt, :id)".formatted(LISTED_AT));
            values.and("listedAt", after.listedAt()).and("id", after.id());
        }
        return find(String.join(" and ", conditions), Sort.by(LISTED_AT, "id").disableEscaping(), values)
                .page(0, limit)
                .list();
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

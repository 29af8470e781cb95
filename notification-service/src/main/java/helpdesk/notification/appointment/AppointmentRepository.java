package helpdesk.notification.appointment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;

/** The appointments. */
@ApplicationScoped
class AppointmentRepository implements PanacheRepositoryBase<Appointment, UUID> {

    /** The appointment, which nobody else changes until the transaction ends. */
    Optional<Appointment> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Appointments that fit the filter, behind a place in the list, the earliest first. */
    List<Appointment> list(AppointmentFilter filter, Instant now, AppointmentPlace after, int limit) {
        List<String> conditions = new ArrayList<>();
        Parameters values = new Parameters();
        if (filter.agentId() != null) {
            conditions.add("agentId = :agentId");
            values.and("agentId", filter.agentId());
        }
        if (filter.customerId() != null) {
            conditions.add("customerId = :customerId");
            values.and("customerId", filter.customerId());
        }
        if (filter.ticketId() != null) {
            conditions.add("ticketId = :ticketId");
            values.and("ticketId", filter.ticketId());
        }
        if (!filter.statuses().isEmpty()) {
            conditions.add("status in :statuses");
            values.and("statuses", filter.statuses());
        }
        if (filter.from() != null) {
            conditions.add("windowStart >= :from");
            values.and("from", filter.from());
        }
        if (filter.to() != null) {
            conditions.add("windowStart < :to");
            values.and("to", filter.to());
        }
        if (filter.overdue()) {
            // The beginning, too, so that the index ends the search where the future begins.
            conditions.add("status = :booked and windowStart < :now and windowEnd < :now");
            values.and("booked", AppointmentStatus.BOOKED).and("now", now);
        }
        if (filter.wished()) {
            conditions.add("wish.text is not null");
        }
        if (after != null) {
            conditions.add("(windowStart, id) > (:windowStart, :id)");
            values.and("windowStart", after.windowStart()).and("id", after.id());
        }
        return find(String.join(" and ", conditions), Sort.by("windowStart", "id"), values)
                .page(0, limit)
                .list();
    }

    /** The agent's appointments that are not called off and begin between these moments, the earliest first. */
    List<Appointment> ofAgent(UUID agent, Instant from, Instant to, int limit) {
        return find(
                        "agentId = ?1 and windowStart >= ?2 and windowStart < ?3 and status <> ?4",
                        Sort.by("windowStart", "id"),
                        agent,
                        from,
                        to,
                        AppointmentStatus.CANCELLED)
                .page(0, limit)
                .list();
    }

    /** Those of which staff are to be asked what came of them, some at once, none that another instance works on. */
    List<Appointment> claimUntold(Instant now, int limit) {
        return find("staffReminderAt <= ?1", Sort.by("staffReminderAt"), now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, limit)
                .list();
    }
}

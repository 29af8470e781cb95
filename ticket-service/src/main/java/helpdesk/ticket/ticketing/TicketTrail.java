package helpdesk.ticket.ticketing;

import helpdesk.ticket.history.FieldChange;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When a ticket was changed, and what changed since it was loaded. Belongs to its {@link Ticket}, which alone writes it. */
@Embeddable
class TicketTrail {

    private Instant createdAt;
    private Instant updatedAt;
    private long writableSince;

    @Transient
    private List<FieldChange> changes = new ArrayList<>();

    /** For the persistence provider. */
    protected TicketTrail() {}

    TicketTrail(Instant createdAt) {
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** A change of what callers can write, which leads from the version to the next. */
    void wrote(FieldChange change, long version, Instant now) {
        changes.add(change);
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt;
        writableSince = version + 1;
    }

    /** A change that only the product makes. */
    void learned(FieldChange change) {
        changes.add(change);
    }

    /** Something happened that changes nothing else: the time alone makes it a change, also when a clock was set back. */
    void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plus(1, ChronoUnit.MICROS);
    }

    /** The changes since the last call. */
    List<FieldChange> take() {
        List<FieldChange> taken = changes;
        changes = new ArrayList<>();
        return taken;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** The version that last changed what callers can write: see the decision record on writable versions. */
    long writableSince() {
        return writableSince;
    }
}

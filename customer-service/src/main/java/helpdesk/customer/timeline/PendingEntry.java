package helpdesk.customer.timeline;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that happened to a ticket of which it is not known yet whose it is. */
@Entity
@Immutable
@Table(name = "timeline_pending")
class PendingEntry {

    @Id
    private UUID id;

    private UUID ticketId;

    @Embedded
    private Happening happening;

    private Instant keptAt;

    /** For the persistence provider. */
    protected PendingEntry() {}

    PendingEntry(UUID id, UUID ticketId, Happening happening, Instant now) {
        this.id = id;
        this.ticketId = ticketId;
        this.happening = happening;
        this.keptAt = now;
    }
}

package helpdesk.customer.timeline;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that happened to a customer. It stays as it was written. */
@Entity
@Immutable
class TimelineEntry {

    @Id
    private UUID id;

    private UUID customerId;

    @Embedded
    private Happening happening;

    /** For the persistence provider. */
    protected TimelineEntry() {}

    TimelineEntry(UUID id, UUID customerId, Happening happening) {
        this.id = id;
        this.customerId = customerId;
        this.happening = happening;
    }

    UUID id() {
        return id;
    }

    Happening happening() {
        return happening;
    }
}

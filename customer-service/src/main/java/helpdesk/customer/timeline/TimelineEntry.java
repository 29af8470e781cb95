package helpdesk.customer.timeline;

import helpdesk.customer.profile.Owner;
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
    private UUID originId;

    @Embedded
    private Happening happening;

    /** For the persistence provider. */
    protected TimelineEntry() {}

    TimelineEntry(UUID id, Owner owner, Happening happening) {
        this.id = id;
        this.customerId = owner.customerId();
        this.originId = owner.originId();
        this.happening = happening;
    }

    UUID id() {
        return id;
    }

    Happening happening() {
        return happening;
    }
}

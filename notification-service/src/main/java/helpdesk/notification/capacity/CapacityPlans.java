package helpdesk.notification.capacity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The capacity plans, one a group. */
@ApplicationScoped
public class CapacityPlans implements PanacheRepositoryBase<CapacityPlan, UUID> {

    /** The plan of the group. */
    public Optional<CapacityPlan> ofGroup(String group) {
        return find("groupName", group).firstResultOptional();
    }

    /** The plan of the group, which stays as it is until the transaction ends. Bookings do not wait for each other here. */
    public Optional<CapacityPlan> heldOfGroup(String group) {
        return find("groupName", group).withLock(LockModeType.PESSIMISTIC_READ).firstResultOptional();
    }
}

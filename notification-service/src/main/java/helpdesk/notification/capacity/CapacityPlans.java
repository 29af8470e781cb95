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

    /** The clock of the group. The plan itself is not read, so that who books by it reads it as it is when it is held. */
    public Optional<String> timeZoneOf(String group) {
        return getEntityManager()
                .createQuery("select p.timeZone from CapacityPlan p where p.groupName = :group", String.class)
                .setParameter("group", group)
                .getResultStream()
                .findFirst();
    }

    /** The plan of the group, which stays as it is until the transaction ends. Bookings do not wait for each other here. */
    public Optional<CapacityPlan> heldOfGroup(String group) {
        return find("groupName", group).withLock(LockModeType.PESSIMISTIC_READ).firstResultOptional();
    }
}

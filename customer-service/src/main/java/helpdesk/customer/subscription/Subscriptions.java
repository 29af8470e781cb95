package helpdesk.customer.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The subscriptions. */
@ApplicationScoped
class Subscriptions implements PanacheRepositoryBase<Subscription, UUID> {

    /** A customer's, after one of them, the oldest first. */
    List<Subscription> of(UUID customer, UUID after, int limit) {
        Sort oldest = Sort.ascending("id");
        return (after == null
                        ? find("customerId = ?1", oldest, customer)
                        : find("customerId = ?1 and id > ?2", oldest, customer, after))
                .page(0, limit)
                .list();
    }

    Optional<Subscription> ofSource(String source, String externalId) {
        return find("source = ?1 and externalId = ?2", source, externalId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}

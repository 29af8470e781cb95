package helpdesk.customer.note;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The notes on customers. */
@ApplicationScoped
class Notes implements PanacheRepositoryBase<CustomerNote, UUID> {

    /** Those of a customer, the newest first, older than the given one. Ids sort by time. */
    List<CustomerNote> list(UUID customer, UUID olderThan, int limit) {
        Sort newest = Sort.descending("id");
        return (olderThan == null
                        ? find("customerId = ?1", newest, customer)
                        : find("customerId = ?1 and id < ?2", newest, customer, olderThan))
                .page(0, limit)
                .list();
    }
}

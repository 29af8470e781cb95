package helpdesk.customer.definition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import java.util.List;
import java.util.UUID;

/**
 * All definitions of a kind.
 *
 * @param <E> the kind
 */
public interface Definitions<E extends Definition<?>> extends PanacheRepositoryBase<E, UUID> {

    /** Those after one of them, the oldest first; null for the beginning. Ids sort by time. */
    default List<E> list(UUID after, int limit) {
        return (after == null ? findAll(Sort.ascending("id")) : find("id > ?1", Sort.ascending("id"), after))
                .page(0, limit)
                .list();
    }
}

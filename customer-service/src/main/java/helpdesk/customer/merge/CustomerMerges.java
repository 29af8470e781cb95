package helpdesk.customer.merge;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Where merges are kept. */
@ApplicationScoped
class CustomerMerges implements PanacheRepositoryBase<CustomerMerge, UUID> {

    private final Cursors cursors;

    CustomerMerges(Cursors cursors) {
        this.cursors = cursors;
    }

    /** What was merged into a profile, the oldest first, also what was taken back. */
    Page<CustomerMergeView> page(UUID survivor, PageRequest page) {
        String list = "merges " + survivor;
        List<String> after = cursors.open(page.after(), list);
        var query = after.isEmpty()
                ? find("survivorId = ?1 order by id", survivor)
                : find("survivorId = ?1 and id > ?2 order by id", survivor, UUID.fromString(after.getFirst()));
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                CustomerMergeView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    /**
     * One merge into the profile.
     *
     * @throws helpdesk.platform.problem.Problem {@code merge-not-found}
     */
    CustomerMerge require(UUID survivor, UUID id) {
        return find("survivorId = ?1 and id = ?2", survivor, id)
                .firstResultOptional()
                .orElseThrow(CustomerMerges::notFound);
    }

    /** The same, held until the end of the transaction. */
    CustomerMerge hold(UUID survivor, UUID id) {
        return find("survivorId = ?1 and id = ?2", survivor, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(CustomerMerges::notFound);
    }

    /** The merges into the profile that hold, the oldest first. */
    List<CustomerMerge> listHolding(UUID survivor) {
        return list("survivorId = ?1 and undoneAt is null order by id", survivor);
    }

    private static RuntimeException notFound() {
        return CustomerProblem.MERGE_NOT_FOUND.problem(
                "Nothing was merged into this profile under this id. See its merges.");
    }
}

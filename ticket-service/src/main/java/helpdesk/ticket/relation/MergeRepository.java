package helpdesk.ticket.relation;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.ticket.TicketProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where merges are kept. */
@ApplicationScoped
public class MergeRepository implements PanacheRepositoryBase<TicketMerge, UUID> {

    private final Cursors cursors;

    MergeRepository(Cursors cursors) {
        this.cursors = cursors;
    }

    Page<MergeView> page(UUID target, PageRequest page) {
        String list = "merges:" + target;
        List<String> after = cursors.open(page.after(), list);
        var query = after.isEmpty()
                ? find("targetId = ?1 order by id", target)
                : find("targetId = ?1 and id > ?2 order by id", target, UUID.fromString(after.getFirst()));
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                MergeView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    /**
     * One merge into the ticket.
     *
     * @throws helpdesk.platform.problem.Problem {@code merge-not-found}
     */
    TicketMerge require(UUID target, UUID id) {
        return find("targetId = ?1 and id = ?2", target, id)
                .firstResultOptional()
                .orElseThrow(() -> TicketProblem.MERGE_NOT_FOUND.problem(
                        "Nothing was merged into this ticket under this id. See its merges."));
    }

    /** The merges into the ticket that hold, the oldest first. */
    List<TicketMerge> listHolding(UUID target) {
        return list("targetId = ?1 and undoneAt is null order by id", target);
    }

    /** The merge of the ticket that holds. */
    Optional<TicketMerge> findHolding(UUID source) {
        return find("sourceId = ?1 and undoneAt is null", source).firstResultOptional();
    }
}

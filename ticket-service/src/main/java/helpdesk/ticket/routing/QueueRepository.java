package helpdesk.ticket.routing;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Where queues are kept. */
@ApplicationScoped
public class QueueRepository implements PanacheRepositoryBase<RoutingQueue, UUID> {

    private static final String ORDER = " order by position, lower(name)";
    private static final String LIST = "routing-queues";

    private final Cursors cursors;

    QueueRepository(Cursors cursors) {
        this.cursors = cursors;
    }

    Page<QueueView> page(PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        var query = after.isEmpty()
                ? find(ORDER)
                : find(
                        "(position, lower(name)) > (?1, lower(?2))" + ORDER,
                        Integer.valueOf(after.get(0)),
                        after.get(1));
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                QueueView::of,
                last -> cursors.seal(List.of(Integer.toString(last.position()), last.name()), LIST));
    }

    /** Those that give tickets to people, in the order in which they are asked. */
    public List<RoutingQueue> inOrder() {
        return list("active = true" + ORDER);
    }

    /** Whether a queue other than this one has the name. */
    boolean isTaken(String name, UUID except) {
        return count("lower(name) = lower(?1) and id <> ?2", name.strip(), except) > 0;
    }
}

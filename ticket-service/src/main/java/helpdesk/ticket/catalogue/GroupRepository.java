package helpdesk.ticket.catalogue;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Where groups are kept. */
@ApplicationScoped
public class GroupRepository implements PanacheRepositoryBase<AgentGroup, UUID> {

    private static final String LIST = "groups";

    private final Cursors cursors;

    GroupRepository(Cursors cursors) {
        this.cursors = cursors;
    }

    Page<GroupView> page(PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        var query = after.isEmpty()
                ? find("order by lower(name)")
                : find("lower(name) > lower(?1) order by lower(name)", after.getFirst());
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                GroupView::of,
                last -> cursors.seal(List.of(last.name()), LIST));
    }

    boolean isTaken(String name) {
        return count("lower(name) = lower(?1)", name.strip()) > 0;
    }
}

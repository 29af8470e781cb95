package helpdesk.ticket.servicelevel;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Where policies are kept. */
@ApplicationScoped
public class PolicyRepository implements PanacheRepositoryBase<ServiceLevelPolicy, UUID> {

    /** The one for tickets that no other is for comes last. */
    private static final String ORDER = " order by fallback, position, lower(name)";

    private static final String LIST = "service-level-policies";

    private final Cursors cursors;

    PolicyRepository(Cursors cursors) {
        this.cursors = cursors;
    }

    Page<PolicyView> page(PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        var query = after.isEmpty()
                ? find(ORDER)
                : find(
                        "(fallback, position, lower(name)) > (?1, ?2, lower(?3))" + ORDER,
                        Boolean.valueOf(after.get(0)),
                        Integer.valueOf(after.get(1)),
                        after.get(2));
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                PolicyView::of,
                last -> cursors.seal(
                        List.of(Boolean.toString(last.isFallback()), Integer.toString(last.position()), last.name()),
                        LIST));
    }

    /** All of them, in the order in which they are asked. */
    List<ServiceLevelPolicy> inOrder() {
        return list(ORDER);
    }

    /** Whether a policy other than this one has the name. */
    boolean isTaken(String name, UUID except) {
        return count("lower(name) = lower(?1) and id <> ?2", name.strip(), except) > 0;
    }

    /** The policies that count business time by the calendar. */
    List<ServiceLevelPolicy> by(UUID calendar) {
        return list("calendarId = ?1" + ORDER, calendar);
    }
}

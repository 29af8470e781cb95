package helpdesk.ticket.listing;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Where saved views are kept. */
@ApplicationScoped
public class ViewRepository implements PanacheRepositoryBase<SavedView, UUID> {

    private static final String VISIBLE = "(ownerId is null or ownerId = ?1)";

    private final Cursors cursors;

    ViewRepository(Cursors cursors) {
        this.cursors = cursors;
    }

    /** The views that the person sees. */
    Page<SavedViewView> page(UUID person, PageRequest page) {
        String list = "ticket-views:" + person;
        List<String> after = cursors.open(page.after(), list);
        var query = after.isEmpty()
                ? find(VISIBLE + " order by position, id", person)
                : find(
                        VISIBLE + " and (position, id) > (?2, ?3) order by position, id",
                        person,
                        Integer.valueOf(after.get(0)),
                        UUID.fromString(after.get(1)));
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                SavedViewView::of,
                last -> cursors.seal(
                        List.of(Integer.toString(last.position()), last.id().toString()), list));
    }

    /** The first views that the person sees. */
    List<SavedView> first(UUID person, int limit) {
        return find(VISIBLE + " order by position, id", person)
                .range(0, limit - 1)
                .list();
    }
}

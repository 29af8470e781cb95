package helpdesk.ticket.macro;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Where macros are kept. */
@ApplicationScoped
public class MacroRepository implements PanacheRepositoryBase<Macro, UUID> {

    private static final String LIST = "macros";

    private final Cursors cursors;

    MacroRepository(Cursors cursors) {
        this.cursors = cursors;
    }

    Page<MacroView> page(PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        var query = after.isEmpty()
                ? find("order by lower(name)")
                : find("lower(name) > lower(?1) order by lower(name)", after.getFirst());
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                MacroView::of,
                last -> cursors.seal(List.of(last.body().name()), LIST));
    }

    boolean isTaken(String name, UUID by) {
        return count("lower(name) = lower(?1) and id <> ?2", name.strip(), by) > 0;
    }
}

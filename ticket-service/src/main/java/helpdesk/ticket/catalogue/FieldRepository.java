package helpdesk.ticket.catalogue;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where the definitions of custom fields are kept. */
@ApplicationScoped
public class FieldRepository implements PanacheRepositoryBase<TicketField, UUID> {

    private static final String LIST = "ticket-fields";

    private final Cursors cursors;

    FieldRepository(Cursors cursors) {
        this.cursors = cursors;
    }

    Page<FieldView> page(PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        var query = after.isEmpty() ? find("order by key") : find("key > ?1 order by key", after.getFirst());
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                FieldView::of,
                last -> cursors.seal(List.of(last.key()), LIST));
    }

    Map<String, TicketField> byKey(Collection<String> keys) {
        return find("key in ?1", keys).stream().collect(Collectors.toMap(TicketField::key, field -> field));
    }

    boolean isEmpty() {
        return findAll().firstResultOptional().isEmpty();
    }
}

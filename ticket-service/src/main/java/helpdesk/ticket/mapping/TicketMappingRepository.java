package helpdesk.ticket.mapping;

import helpdesk.platform.mapping.MappingFailure;
import helpdesk.platform.mapping.MappingFailures;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where mappings are kept. */
@ApplicationScoped
public class TicketMappingRepository implements PanacheRepositoryBase<TicketMapping, UUID> {

    private static final String ORDER = " order by lower(name)";
    private static final String LIST = "ticket-mappings";

    private final MappingFailures failures;
    private final Cursors cursors;

    TicketMappingRepository(MappingFailures failures, Cursors cursors) {
        this.failures = failures;
        this.cursors = cursors;
    }

    /** Mappings by name, each with what it could not do last, with two statements. */
    Page<TicketMappingView> page(PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        var query = after.isEmpty() ? find(ORDER) : find("lower(name) > lower(?1)" + ORDER, after.getFirst());
        List<TicketMapping> found = query.range(0, page.limit()).list();
        Map<UUID, List<MappingFailure>> failed =
                failures.latest(found.stream().map(TicketMapping::id).toList());
        return Page.of(
                found,
                page.limit(),
                mapping -> TicketMappingView.of(mapping, failed.getOrDefault(mapping.id(), List.of())),
                last -> cursors.seal(List.of(last.name()), LIST));
    }

    /** One of them, with what it could not do last. */
    TicketMappingView view(TicketMapping mapping) {
        return TicketMappingView.of(
                mapping, failures.latest(List.of(mapping.id())).getOrDefault(mapping.id(), List.of()));
    }

    /** Those that act on events, by name. */
    List<TicketMapping> active() {
        return list("active" + ORDER);
    }

    /** Whether a mapping other than this one has the name. */
    boolean isTaken(String name, UUID except) {
        return count("lower(name) = lower(?1) and id <> ?2", name.strip(), except) > 0;
    }
}

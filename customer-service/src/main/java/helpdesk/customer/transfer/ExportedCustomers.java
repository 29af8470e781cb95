package helpdesk.customer.transfer;

import helpdesk.customer.organization.OrganizationName;
import helpdesk.customer.organization.Organizations;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.CustomerView;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.csv.CSVPrinter;

/** Reads profiles for export, some in a transaction. */
@ApplicationScoped
class ExportedCustomers {

    private static final int AT_ONCE = 500;

    private static final String NEXT = """
            select c.id from customer c
            where c.id > ? and c.merged_into_id is null and c.erased_at is null and not c.erasing
                and (cast(? as uuid) is null
                    or exists (select 1 from segment_member m where m.segment_id = ? and m.customer_id = c.id))
            order by c.id limit ?""";

    private final CustomerRepository customers;
    private final Organizations organizations;
    private final Sql sql;

    ExportedCustomers(CustomerRepository customers, Organizations organizations, Sql sql) {
        this.customers = customers;
        this.organizations = organizations;
        this.sql = sql;
    }

    @Transactional
    boolean isSegment(UUID id) {
        return sql.first("select 1 from segment where id = ?", row -> true, id).isPresent();
    }

    void write(UUID segment, OutputStream out) throws IOException {
        CSVPrinter lines = CustomerCsv.begin(out, CustomerColumns.all());
        UUID last = new UUID(0, 0);
        while (last != null) {
            UUID after = last;
            Some some = QuarkusTransaction.requiringNew().call(() -> read(segment, after));
            lines.printRecords(some.lines());
            lines.flush();
            last = some.last();
        }
    }

    private Some read(UUID segment, UUID after) {
        List<UUID> ids = sql.list(NEXT, row -> row.getObject(1, UUID.class), after, segment, segment, AT_ONCE);
        List<CustomerView> views = customers.all(ids).stream()
                .map(CustomerView::of)
                .sorted(Comparator.comparing(view -> view.id().toString()))
                .toList();
        Map<UUID, OrganizationName> names = organizations.names(views.stream()
                .map(CustomerView::organizationId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<List<String>> cells = views.stream()
                .map(view -> CustomerColumns.cells(
                        view,
                        names.containsKey(view.organizationId())
                                ? names.get(view.organizationId()).name()
                                : null))
                .toList();
        return new Some(cells, ids.isEmpty() ? null : ids.getLast());
    }

    /**
     * Some of them.
     *
     * @param last null at the end
     */
    private record Some(List<List<String>> lines, UUID last) {}
}

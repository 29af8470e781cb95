package helpdesk.customer.lapse;

import helpdesk.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Those who stayed away. */
@ApplicationScoped
public class Lapses implements PanacheRepositoryBase<Lapse, UUID> {

    private final Sql sql;

    Lapses(Sql sql) {
        this.sql = sql;
    }

    /** The ticket by which somebody is to be won back was opened. */
    public void opened(UUID lapse, UUID ticket) {
        sql.execute("update lapse set ticket_id = ?, version = version + 1 where id = ?", ticket, lapse);
    }

    /** Those of the customers of which it is not known yet how they end; several after profiles were merged. */
    Map<UUID, List<Lapse>> open(Collection<UUID> customers) {
        return list("customerId in ?1 and state = OPEN order by id", customers).stream()
                .collect(Collectors.groupingBy(Lapse::customerId));
    }

    /** What was noticed of each before, by whatever rule. */
    Map<UUID, Set<String>> causes(Collection<UUID> customers) {
        Map<UUID, Set<String>> causes = new HashMap<>();
        sql.list(
                "select customer_id, cause from lapse where customer_id = any(?)",
                row -> causes.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                        .add(row.getString(2)),
                (Object) customers.toArray(UUID[]::new));
        return causes;
    }

    /** Those that fit, the newest first, older than the given one; null for all. */
    List<Lapse> list(UUID customer, UUID rule, LapseState state, UUID olderThan, int limit) {
        List<String> conditions = new ArrayList<>(List.of("true = true"));
        Parameters values = new Parameters();
        add(conditions, values, "customerId = :customer", "customer", customer);
        add(conditions, values, "ruleId = :rule", "rule", rule);
        add(conditions, values, "state = :state", "state", state);
        add(conditions, values, "id < :olderThan", "olderThan", olderThan);
        return find(String.join(" and ", conditions), Sort.descending("id"), values)
                .page(0, limit)
                .list();
    }

    private static void add(List<String> conditions, Parameters values, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.and(name, value);
        }
    }
}

package helpdesk.customer.profile;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/** The customers. */
@ApplicationScoped
public class CustomerRepository implements PanacheRepositoryBase<Customer, UUID> {

    private static final String ONE = "from Customer c left join fetch c.identities where c.id = :id";

    private static final String OWNERS = """
            select i.kind, i.network, i.value, i.customer_id
            from unnest(?, ?, ?) as sought (kind, network, value)
            join customer_identity i using (kind, network, value)""";

    private final Session session;
    private final Sql sql;

    CustomerRepository(Session session, Sql sql) {
        this.session = session;
        this.sql = sql;
    }

    /**
     * The customer with the identities.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}
     */
    public Customer require(UUID id) {
        return session.createSelectionQuery(ONE, Customer.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .orElseThrow(() -> CustomerProblem.CUSTOMER_NOT_FOUND.problem(
                        "No customer has the id %s. Look the customer up by mail address, phone number or handle.",
                        id));
    }

    /** Whether there is such a customer; false for null. One that was found is not sought again in the transaction. */
    public boolean exists(UUID id) {
        return id != null && findById(id) != null;
    }

    /** The customer, locked until the end of the transaction, so that replicas wait for each other instead of failing. */
    public Customer lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whose the identities are: those that belong to somebody, with the owner's id, in their order. One statement. */
    public Map<Identity, UUID> owners(Collection<Identity> sought) {
        if (sought.isEmpty()) {
            return Map.of();
        }
        // Identities that this very transaction has made are found too.
        session.flush();
        Map<List<String>, UUID> found = new HashMap<>();
        sql.list(
                        OWNERS,
                        row -> Map.entry(
                                List.of(row.getString(1), row.getString(2), row.getString(3)),
                                row.getObject(4, UUID.class)),
                        texts(sought, identity -> identity.kind().stored()),
                        texts(sought, Identity::network),
                        texts(sought, Identity::value))
                .forEach(owned -> found.put(owned.getKey(), owned.getValue()));
        Map<Identity, UUID> owners = new LinkedHashMap<>();
        for (Identity identity : sought) {
            UUID owner = found.get(List.of(identity.kind().stored(), identity.network(), identity.value()));
            if (owner != null) {
                owners.put(identity, owner);
            }
        }
        return owners;
    }

    /** Customers, the newest first, older than the given one. Ids grow with time, so they tell the age. */
    public List<Customer> newest(Lookup lookup, Optional<UUID> olderThan, int limit) {
        String found = lookup.isForEverybody()
                ? "true"
                : "c.id in (select o.id from Customer o join o.identities i where %s)".formatted(lookup.condition());
        String older = olderThan.isPresent() ? "c.id < :olderThan" : "true";
        SelectionQuery<Customer> query = session.createSelectionQuery(
                "from Customer c where %s and %s and %s order by c.id desc".formatted(found, lookup.among(), older),
                Customer.class);
        lookup.parameters().forEach(query::setParameter);
        olderThan.ifPresent(id -> query.setParameter("olderThan", id));
        return query.setMaxResults(limit).getResultList();
    }

    private static String[] texts(Collection<Identity> identities, Function<Identity, String> part) {
        return identities.stream().map(part).toArray(String[]::new);
    }
}

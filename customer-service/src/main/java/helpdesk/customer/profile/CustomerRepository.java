package helpdesk.customer.profile;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.succession.Successions;
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
    private final Successions successions;

    CustomerRepository(Session session, Sql sql, Successions successions) {
        this.session = session;
        this.sql = sql;
        this.successions = successions;
    }

    /**
     * The customer with the identities.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, {@code customer-merged}, {@code customer-erased}
     */
    public Customer require(UUID id) {
        Customer customer = requireKnown(id);
        customer.requireStanding();
        return customer;
    }

    /**
     * The customer with the identities, also when the profile goes on in another.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, {@code customer-erased}
     */
    public Customer requireKnown(UUID id) {
        Customer customer = find(id).orElseThrow(() -> CustomerProblem.CUSTOMER_NOT_FOUND.problem(
                "No customer has the id %s. Look the customer up by mail address, phone number or handle.", id));
        customer.requireRemembered();
        return customer;
    }

    /** The customer with the identities, also when the profile goes on in another. */
    public Optional<Customer> find(UUID id) {
        return session.createSelectionQuery(ONE, Customer.class)
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    /**
     * Whose it is that an event says is this customer's: empty for null, for somebody unknown, and for somebody who was
     * forgotten. One that was found is not sought again in the transaction.
     */
    public Optional<Owner> owner(UUID id) {
        Customer customer = id == null ? null : findById(id);
        if (customer == null) {
            return Optional.empty();
        }
        if (customer.isStanding()) {
            return Optional.of(new Owner(id, null));
        }
        UUID current = successions.current(id);
        Customer successor = findById(current);
        return successor != null && successor.isStanding() ? Optional.of(new Owner(current, id)) : Optional.empty();
    }

    /**
     * The customer, held until the end of the transaction.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, {@code customer-merged}, {@code customer-erased}
     */
    public Customer hold(UUID id) {
        Customer customer = lock(id);
        if (customer == null) {
            return require(id);
        }
        customer.requireStanding();
        return customer;
    }

    /** The customer, locked until the end of the transaction, so that replicas wait for each other instead of failing. */
    public Customer lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of the customers that there are, with their identities. */
    public List<Customer> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : session.createSelectionQuery(
                                "from Customer c left join fetch c.identities where c.id in :ids", Customer.class)
                        .setParameter("ids", ids)
                        .getResultList();
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
                "from Customer c where c.mergedIntoId is null and c.erasedAt is null and %s and %s and %s order by c.id desc"
                        .formatted(found, lookup.among(), older),
                Customer.class);
        lookup.parameters().forEach(query::setParameter);
        olderThan.ifPresent(id -> query.setParameter("olderThan", id));
        return query.setMaxResults(limit).getResultList();
    }

    private static String[] texts(Collection<Identity> identities, Function<Identity, String> part) {
        return identities.stream().map(part).toArray(String[]::new);
    }
}

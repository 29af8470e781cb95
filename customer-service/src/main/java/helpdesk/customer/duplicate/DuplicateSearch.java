package helpdesk.customer.duplicate;

import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.time.Stopping;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Compares profiles that are new or different with those that have something in common with them, moments later. */
@ApplicationScoped
class DuplicateSearch {

    private static final Logger LOG = Logger.getLogger(DuplicateSearch.class);
    private static final int MOST_AT_ONCE = 500;

    /** What more have in common says little. */
    private static final int MOST_SHARING = 20;

    private static final String TAKE = """
            delete from duplicate_check where ctid = any(array(
                select ctid from duplicate_check order by asked_at limit 1 for update skip locked))
            returning customer_id""";

    private static final String SHARING = """
            select asked.key, other.customer_id from unnest(?) as asked (key)
            cross join lateral (
                select customer_id from duplicate_key where duplicate_key.key = asked.key and customer_id <> ?
                order by customer_id desc limit ?) as other""";

    private final CustomerRepository customers;
    private final Suggestions suggestions;
    private final Sql sql;
    private final Stopping stopping;

    DuplicateSearch(CustomerRepository customers, Suggestions suggestions, Sql sql, Stopping stopping) {
        this.customers = customers;
        this.suggestions = suggestions;
        this.sql = sql;
        this.stopping = stopping;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void search() {
        try {
            boolean more = true;
            for (int i = 0; more && i < MOST_AT_ONCE && !stopping.hasBegun(); i++) {
                more = compareNext();
            }
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf("Comparing profiles waits for the database: %s", e.getMessage());
        }
    }

    /** One that cannot be compared keeps no other waiting. */
    private boolean compareNext() {
        AtomicReference<UUID> taken = new AtomicReference<>();
        try {
            QuarkusTransaction.requiringNew().run(() -> sql.first(TAKE, row -> row.getObject(1, UUID.class))
                    .ifPresent(id -> {
                        taken.set(id);
                        compare(id);
                    }));
        } catch (RuntimeException e) {
            if (taken.get() == null || Failures.isTransient(e)) {
                throw e;
            }
            LOG.errorf(e, "The profile %s is not compared with others", taken.get());
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.execute("delete from duplicate_check where customer_id = ?", taken.get()));
        }
        return taken.get() != null;
    }

    private void compare(UUID id) {
        Customer customer = customers.findById(id);
        sql.execute("delete from duplicate_key where customer_id = ?", id);
        if (customer == null || !customer.isStanding()) {
            return;
        }
        Likeness likeness = Likeness.of(customer);
        String[] keys = likeness.keys().toArray(String[]::new);
        sql.execute(
                "insert into duplicate_key (key, customer_id) select one, ? from unnest(?) as given (one)", id, keys);
        Set<UUID> others = new TreeSet<>(suggestions.partners(id));
        others.addAll(sharing(id, keys));
        for (UUID other : others) {
            Customer candidate = customers.findById(other);
            if (candidate != null && candidate.isStanding()) {
                suggestions.compared(id, other, likeness.comparedWith(Likeness.of(candidate)));
            }
        }
    }

    /** Those with whom a key is shared, unless many share it. */
    private Set<UUID> sharing(UUID id, String... keys) {
        Set<UUID> others = new TreeSet<>();
        sql
                .list(
                        SHARING,
                        row -> new Shared(row.getString(1), row.getObject(2, UUID.class)),
                        keys,
                        id,
                        MOST_SHARING + 1)
                .stream()
                .collect(Collectors.groupingBy(Shared::key))
                .values()
                .stream()
                .filter(shared -> shared.size() <= MOST_SHARING)
                .forEach(shared -> shared.forEach(one -> others.add(one.customerId())));
        return others;
    }

    private record Shared(String key, UUID customerId) {}
}

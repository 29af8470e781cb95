package helpdesk.customer.profile;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Takes over profiles as another source has them. */
@ApplicationScoped
@Transactional
public class ProfileIntake {

    private final CustomerRepository customers;
    private final CustomerService service;
    private final IdentityHistory history;
    private final Outbox outbox;
    private final Clock clock;

    ProfileIntake(
            CustomerRepository customers,
            CustomerService service,
            IdentityHistory history,
            Outbox outbox,
            Clock clock) {
        this.customers = customers;
        this.service = service;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What became of a profile. */
    public enum How {
        CREATED,
        CHANGED,
        UNCHANGED,
        /** Known ones are left as they are. */
        LEFT
    }

    /**
     * What became of a profile; in a dry run, what would.
     *
     * @param customerId null for who would be new in a dry run
     * @param identities by what the person is recognised, each in one form
     */
    public record Taken(How how, UUID customerId, List<String> identities) {}

    /**
     * Takes one over. Whoever has one of the identities is the customer.
     *
     * @param change whether what is said of a known customer counts
     * @param dryRun whether nothing is written
     * @throws helpdesk.platform.problem.Problem {@code identity-taken} when the identities belong to several customers,
     *     {@code too-many-identities}, {@code erasure-under-way}
     */
    public Taken take(CustomerDetails said, boolean change, boolean dryRun) {
        List<Identity> identities = said.identities();
        List<String> keys = identities.stream()
                .map(one -> "%s:%s:%s".formatted(one.kind(), one.network(), one.value()))
                .toList();
        Set<UUID> owners = new TreeSet<>(customers.owners(identities).values());
        if (owners.size() > 1) {
            throw CustomerProblem.IDENTITY_TAKEN.problem(
                    "Its addresses belong to %d customers. Merge these, or make several rows of it.", owners.size());
        }
        if (owners.isEmpty()) {
            return new Taken(How.CREATED, dryRun ? null : service.create(said).id(), keys);
        }
        UUID owner = owners.iterator().next();
        if (!change) {
            return new Taken(How.LEFT, owner, keys);
        }
        Customer customer = dryRun ? customers.require(owner) : customers.hold(owner);
        if (!customer.hasRoomFor(identities)) {
            throw CustomerProblem.TOO_MANY_IDENTITIES.problem(
                    "The customer would have more than %d of a kind.", CustomerDetails.MOST_IDENTITIES);
        }
        boolean changes = !customer.completed(said).equals(customer.details());
        if (changes && !dryRun) {
            complete(customer, said);
        }
        return new Taken(changes ? How.CHANGED : How.UNCHANGED, owner, keys);
    }

    private void complete(Customer customer, CustomerDetails said) {
        Instant now = clock.instant();
        List<Identity> former = customer.identities();
        customer.change(customer.completed(said), now).ifPresent(event -> {
            outbox.append(customer, event);
            history.write(customer, former, now);
        });
    }
}

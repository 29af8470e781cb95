package helpdesk.customer.profile;

import helpdesk.customer.organization.Organizations;
import helpdesk.platform.agent.KnownAgents;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Makes and changes profiles. */
@ApplicationScoped
public class CustomerService {

    private final CustomerRepository customers;
    private final KnownAgents agents;
    private final Organizations organizations;
    private final IdentityHistory history;
    private final Outbox outbox;
    private final Patcher patcher;
    private final Event<CustomerEvent.Created> created;
    private final Clock clock;

    CustomerService(
            CustomerRepository customers,
            KnownAgents agents,
            Organizations organizations,
            IdentityHistory history,
            Outbox outbox,
            Patcher patcher,
            Event<CustomerEvent.Created> created,
            Clock clock) {
        this.customers = customers;
        this.agents = agents;
        this.organizations = organizations;
        this.history = history;
        this.outbox = outbox;
        this.patcher = patcher;
        this.created = created;
        this.clock = clock;
    }

    /**
     * Makes a profile.
     *
     * @throws helpdesk.platform.problem.Problem {@code identity-taken} when one of the identities is another customer's
     */
    @Transactional
    Customer create(CustomerDetails details) {
        UUID id = Ids.next();
        requireFree(details, id);
        agents.require(details.accountManagerId(), "/accountManagerId");
        organizations.require(details.organizationId(), "/organizationId");
        try {
            return admit(new Customer(id, details, clock.instant()));
        } catch (ConstraintViolationException e) {
            throw TakenIdentities.explain(e);
        }
    }

    /** Stores a new customer. The caller has looked whether the identities are free. */
    @Transactional
    public Customer admit(Customer customer) {
        if (customer.organizationId() == null) {
            organizations.ofDomains(customer.domains()).ifPresent(customer::belongTo);
        }
        customers.persist(customer);
        CustomerEvent.Created event = customer.created();
        outbox.append(customer, event);
        created.fire(event);
        return customer;
    }

    /**
     * Changes a profile. Nothing happens when the patch changes nothing.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, {@code precondition-failed},
     *     {@code identity-taken}, {@code unknown-agent}, {@code unknown-organization}, or what the patch does wrong
     */
    @Transactional
    Customer change(UUID id, IfMatch seen, MergePatch patch) {
        Customer customer = customers.require(id);
        seen.requireSince(customer.writableSince(), customer.version());
        CustomerDetails details = patcher.apply(patch, customer.details());
        requireFree(details, id);
        if (!Objects.equals(details.accountManagerId(), customer.accountManagerId())) {
            agents.require(details.accountManagerId(), "/accountManagerId");
        }
        organizations.require(details.organizationId(), "/organizationId");
        List<Identity> former = customer.identities();
        Instant now = clock.instant();
        try {
            customer.change(details, now).ifPresent(event -> {
                outbox.append(customer, event);
                history.write(customer, former, now);
            });
        } catch (ConstraintViolationException e) {
            throw TakenIdentities.explain(e);
        }
        return customer;
    }

    private void requireFree(CustomerDetails details, UUID self) {
        Map<Identity, UUID> others = new LinkedHashMap<>(customers.owners(details.identities()));
        others.values().removeIf(self::equals);
        if (!others.isEmpty()) {
            throw TakenIdentities.problem(details, others);
        }
    }
}

package helpdesk.customer.profile;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Says of identities whose they are for sure, and moves those that turned out to be somebody else's. */
@ApplicationScoped
@Transactional
class IdentityService {

    private final CustomerRepository customers;
    private final IdentityHistory history;
    private final Outbox outbox;
    private final Clock clock;

    IdentityService(CustomerRepository customers, IdentityHistory history, Outbox outbox, Clock clock) {
        this.customers = customers;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    List<IdentityView> list(UUID customer) {
        return customers.require(customer).identities().stream()
                .map(IdentityView::of)
                .toList();
    }

    /**
     * It is known for sure that the identity is this customer's. A second time changes nothing.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, {@code unknown-identity}
     */
    IdentityView verify(UUID id, NamedIdentity named) {
        Identity sought = named.identity();
        Customer customer = customers.hold(id);
        Identity known = customer.find(sought).orElseThrow(() -> unknown("The customer is not recognised by it."));
        if (known.verifiedAt() == null) {
            Instant now = clock.instant();
            outbox.append(customer, customer.verify(known, now));
            history.verified(customer, known, named.reason(), now);
        }
        return view(customer, sought);
    }

    /**
     * Takes an identity from whoever has it. Nothing happens when it is this customer's already. It has to be verified anew.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, {@code unknown-identity} when nobody has it
     */
    IdentityView move(UUID id, NamedIdentity named) {
        Identity sought = named.identity();
        UUID owner = customers.owners(List.of(sought)).get(sought);
        if (owner == null) {
            customers.require(id);
            throw unknown("Nobody has it. Add it to the profile: PATCH the customer.");
        }
        // Always in one order, so that two who move against each other wait instead of blocking each other.
        Map<UUID, Customer> held = new HashMap<>();
        Stream.of(owner, id).distinct().sorted().forEach(one -> held.put(one, customers.hold(one)));
        Customer former = held.get(owner);
        Customer next = held.get(id);
        Identity known = former.find(sought)
                .orElseThrow(() -> CustomerProblem.IDENTITY_TAKEN.problem(
                        "Somebody moved it at the same moment. Look the customer up by it."));
        if (former != next) {
            Instant now = clock.instant();
            // The one is written before the other: never do two have it.
            outbox.append(former, former.giveUp(known, now));
            CustomerEvent.Changed taken = next.learn(List.of(known.addedAt(null).verifiedAt(null)), now)
                    .orElseThrow(() -> CustomerProblem.TOO_MANY_IDENTITIES.problem(
                            "The customer has %d of the kind. Remove one first.", CustomerDetails.MOST_IDENTITIES));
            outbox.append(next, taken);
            history.moved(former, next, known, named.reason(), now);
        }
        return view(next, sought);
    }

    Page<IdentityChangeView> changes(UUID customer, PageRequest page) {
        return history.page(customers.require(customer).id(), page);
    }

    private static IdentityView view(Customer customer, Identity sought) {
        return IdentityView.of(customer.find(sought).orElseThrow());
    }

    private static Problem unknown(String advice) {
        return CustomerProblem.UNKNOWN_IDENTITY.at("/value", advice);
    }
}

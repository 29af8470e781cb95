package helpdesk.customer.merge;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerEvent;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.Identity;
import helpdesk.customer.profile.IdentityHistory;
import helpdesk.customer.profile.ProfileState;
import helpdesk.customer.timeline.ProfileTold;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.request.Causation;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Merges profiles that are of one person, and takes merges back. Nothing is lost: the profile that goes on in another keeps
 * what it said, and all that refers to it is found with the other as long as the merge holds.
 */
@ApplicationScoped
class MergeService {

    private final CustomerRepository customers;
    private final CustomerMerges merges;
    private final IdentityHistory history;
    private final Successions successions;
    private final Outbox outbox;
    private final Event<ProfileTold> told;
    private final Causation causation;
    private final Clock clock;

    MergeService(
            CustomerRepository customers,
            CustomerMerges merges,
            IdentityHistory history,
            Successions successions,
            Outbox outbox,
            Event<ProfileTold> told,
            Causation causation,
            Clock clock) {
        this.customers = customers;
        this.merges = merges;
        this.history = history;
        this.successions = successions;
        this.outbox = outbox;
        this.told = told;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * Lets a profile go on in another.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, {@code customer-merged}, {@code unknown-customer},
     *     {@code merge-into-itself}, {@code too-many-identities}
     */
    @Transactional
    CustomerMerge merge(UUID survivorId, MergeCustomer request) {
        UUID duplicateId = request.customerId();
        if (survivorId.equals(duplicateId)) {
            throw CustomerProblem.MERGE_INTO_ITSELF.at("/customerId", "Name another profile of the same person.");
        }
        holdInOrder(survivorId, duplicateId);
        Customer survivor = customers.require(survivorId);
        Customer duplicate = customers
                .find(duplicateId)
                .orElseThrow(() -> CustomerProblem.UNKNOWN_CUSTOMER.at("/customerId", "There is no such profile."));
        duplicate.requireStanding();
        List<Identity> moved = duplicate.identities();
        if (!survivor.hasRoomFor(moved)) {
            throw CustomerProblem.TOO_MANY_IDENTITIES.problem(
                    "Together the profiles have more than 20 of a kind. Remove some first.");
        }
        Instant now = clock.instant();
        CustomerMerge merge =
                new CustomerMerge(Ids.next(), survivorId, duplicateId, request.reason(), causation.actor(), now);
        ProfileState before = survivor.state();
        // The one is written before the other: never do two have an identity.
        UUID event = outbox.append(duplicate, duplicate.mergeInto(survivorId, merge.id(), now));
        CustomerEvent.Changed changed = survivor.combine(before, duplicate.state(), moved, now);
        outbox.append(survivor, changed);
        moved.forEach(identity -> history.moved(duplicate, survivor, identity, "Profiles merged", now));
        merge.remember(new MergeMemory(moved, before, survivor.state()));
        merges.persistAndFlush(merge);
        successions.follow(duplicateId, survivorId, duplicate.version());
        told.fire(new ProfileTold(event, survivorId, duplicateId, true, now));
        return merge;
    }

    /**
     * Takes a merge back: the profile stands for itself again with all that was its own, and the other says what it would say
     * without it. What was changed since stays changed.
     *
     * @throws helpdesk.platform.problem.Problem {@code merge-not-found}, {@code precondition-failed}, {@code merge-final},
     *     {@code customer-merged} when the other has gone on elsewhere itself
     */
    @Transactional
    void undo(UUID survivorId, UUID id, IfMatch seen) {
        CustomerMerge merge = merges.hold(survivorId, id);
        seen.require(merge.version());
        Instant now = clock.instant();
        if (!merge.isUndoableAt(now)) {
            throw CustomerProblem.MERGE_FINAL.problem(
                    "It was taken back already, or is older than 30 days. Make a profile, and move identities to it.");
        }
        holdInOrder(survivorId, merge.duplicateId());
        Customer survivor = customers.require(survivorId);
        Customer duplicate = customers.find(merge.duplicateId()).orElseThrow();
        MergeMemory memory = merge.memory();
        List<Identity> returned = memory.identities().stream()
                .flatMap(identity -> survivor.find(identity).stream().map(known -> identity.knownLike(known)))
                .toList();
        outbox.append(survivor, survivor.part(memory.former(), memory.merged(), others(merge), returned, now));
        UUID event = outbox.append(duplicate, duplicate.standAgain(returned, survivorId, merge.id(), now));
        returned.forEach(identity -> history.moved(survivor, duplicate, identity, "Merge taken back", now));
        merge.undo(causation.actor(), now);
        later(merge).forEach(other -> other.forget(memory, stateOf(other)));
        merges.flush();
        successions.follow(duplicate.id(), null, duplicate.version());
        told.fire(new ProfileTold(event, survivorId, duplicate.id(), false, now));
    }

    /** What the other profiles say that go on in the same, in their order. */
    private List<ProfileState> others(CustomerMerge merge) {
        return merges.listHolding(merge.survivorId()).stream()
                .filter(other -> !other.equals(merge))
                .map(this::stateOf)
                .toList();
    }

    private List<CustomerMerge> later(CustomerMerge merge) {
        return merges.listHolding(merge.survivorId()).stream()
                .filter(other -> other.mergedAt().isAfter(merge.mergedAt()))
                .toList();
    }

    private ProfileState stateOf(CustomerMerge merge) {
        return customers.find(merge.duplicateId()).orElseThrow().state();
    }

    /** Always in one order, so that two who merge against each other wait instead of blocking each other. */
    private void holdInOrder(UUID one, UUID other) {
        Stream.of(one, other).sorted().forEach(customers::lock);
    }
}

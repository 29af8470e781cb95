package helpdesk.customer.milestone;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps the days that matter to customers. */
@ApplicationScoped
@Transactional
class MilestoneService {

    private static final int MOST = 100;
    private static final String COMING = "milestones";

    private final Milestones milestones;
    private final CustomerRepository customers;
    private final CurrentActor actor;
    private final Cursors cursors;
    private final Clock clock;

    MilestoneService(
            Milestones milestones, CustomerRepository customers, CurrentActor actor, Cursors cursors, Clock clock) {
        this.milestones = milestones;
        this.customers = customers;
        this.actor = actor;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * Writes one down.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, {@code too-many-milestones}, {@code invalid-request}
     *     for a day that has passed and does not come again
     */
    Milestone create(UUID id, MilestoneBody body) {
        Customer customer = customers.require(id);
        if (milestones.count("customerId = ?1 and ruleId is null", id) >= MOST) {
            throw CustomerProblem.TOO_MANY_MILESTONES.problem("A customer has %d at most. Remove one of them.", MOST);
        }
        Instant now = clock.instant();
        Milestone milestone = new Milestone(Ids.next(), id, null, actor.get().toString(), now);
        milestone.plan(body.terms(), new PlannedDay(body.date(), body.yearly(), false), null, customer.zone(), now);
        if (milestone.nextOn() == null) {
            throw PlatformProblem.INVALID_REQUEST.at("/date", "The day has passed. Write a later one, or say yearly.");
        }
        milestones.persistAndFlush(milestone);
        return milestone;
    }

    /**
     * Removes one.
     *
     * @throws helpdesk.platform.problem.Problem {@code milestone-not-found}, {@code milestone-of-rule}
     */
    void delete(UUID customer, UUID id, IfMatch seen) {
        Milestone milestone = require(customer, id);
        seen.require(milestone.version());
        if (milestone.ruleId() != null) {
            throw CustomerProblem.MILESTONE_OF_RULE.problem(
                    "It is by the rule %s. Change that, or the profile.", milestone.ruleId());
        }
        milestones.delete(milestone);
    }

    Milestone require(UUID customer, UUID id) {
        return milestones
                .findByIdOptional(id)
                .filter(milestone -> milestone.customerId().equals(customer))
                .orElseThrow(() -> CustomerProblem.MILESTONE_NOT_FOUND.problem("Check both ids."));
    }

    /** A customer's, the oldest first. */
    Page<MilestoneView> of(UUID customer, PageRequest page) {
        customers.require(customer);
        String list = COMING + " " + customer;
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                milestones.of(
                        customer, after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                MilestoneView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    /** Those of all customers that come next. */
    Page<ComingMilestone> coming(PageRequest page) {
        List<String> after = cursors.open(page.after(), COMING);
        return Page.of(
                milestones.coming(
                        after.isEmpty() ? Instant.EPOCH : Instant.parse(after.getFirst()),
                        after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after.getLast()),
                        page.limitPlusOne()),
                page.limit(),
                ComingMilestone::of,
                last -> cursors.seal(List.of(last.dueAt().toString(), last.id().toString()), COMING));
    }
}

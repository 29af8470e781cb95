package helpdesk.notification.capacity;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Reads and changes capacity plans. */
@ApplicationScoped
@Transactional
class CapacityPlanService {

    private final CapacityPlans plans;
    private final Clock clock;

    CapacityPlanService(CapacityPlans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * The plan of the group.
     *
     * @throws Problem {@code capacity-plan-not-found}
     */
    CapacityPlanView read(String group) {
        return plans.ofGroup(group).map(CapacityPlanView::of).orElseThrow(() -> notFound());
    }

    /**
     * Makes the first plan of a group.
     *
     * @throws Problem {@code precondition-failed} when the group has a plan
     */
    CapacityPlanView create(String group, Capacity capacity) {
        if (plans.ofGroup(group).isPresent()) {
            throw PlatformProblem.PRECONDITION_FAILED.at(
                    "header:If-None-Match",
                    "The group has a plan. Read it, and send its ETag as If-Match to replace it.");
        }
        CapacityPlan plan = new CapacityPlan(Ids.next(), group, capacity, clock.instant());
        plans.persistAndFlush(plan);
        return CapacityPlanView.of(plan);
    }

    /**
     * Replaces the plan of the group.
     *
     * @throws Problem {@code capacity-plan-not-found}, or {@code precondition-failed} when it is at another version
     */
    CapacityPlanView replace(String group, IfMatch seen, Capacity capacity) {
        CapacityPlan plan = plans.ofGroup(group).orElseThrow(() -> notFound());
        seen.require(plan.version());
        plan.change(capacity, clock.instant());
        plans.flush();
        return CapacityPlanView.of(plan);
    }

    private static Problem notFound() {
        return NotificationProblem.CAPACITY_PLAN_NOT_FOUND.problem(
                "Check the group's name. A supervisor can make a plan for it: PUT it with If-None-Match: *.");
    }
}

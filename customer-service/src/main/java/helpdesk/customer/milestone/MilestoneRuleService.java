package helpdesk.customer.milestone;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.definition.DefinitionService;
import helpdesk.customer.review.ProfileReviews;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.paging.Cursors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Keeps rules for milestones. What they mean for each customer is planned moments later. */
@ApplicationScoped
class MilestoneRuleService extends DefinitionService<MilestoneRule, MilestoneRuleBody> {

    private static final DefinitionKind KIND = new DefinitionKind(
            "milestone rules",
            "milestone-rules",
            "milestone_rule_name_taken",
            50,
            CustomerProblem.MILESTONE_RULE_NOT_FOUND);

    private final ProfileReviews reviews;

    MilestoneRuleService(MilestoneRules rules, ProfileReviews reviews, Patcher patcher, Cursors cursors, Clock clock) {
        super(rules, KIND, patcher, cursors, clock);
        this.reviews = reviews;
    }

    @Override
    protected MilestoneRule fresh(UUID id) {
        return new MilestoneRule(id);
    }

    @Override
    protected void accept(MilestoneRule rule) {
        reviews.askForAll();
    }
}

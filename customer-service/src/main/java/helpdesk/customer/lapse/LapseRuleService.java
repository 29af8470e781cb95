package helpdesk.customer.lapse;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.definition.DefinitionService;
import helpdesk.customer.review.ProfileReviews;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.paging.Cursors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Keeps rules for those who stay away. What they mean for each customer is found out moments later. */
@ApplicationScoped
class LapseRuleService extends DefinitionService<LapseRule, LapseRuleBody> {

    private static final DefinitionKind KIND = new DefinitionKind(
            "lapse rules", "lapse-rules", "lapse_rule_name_taken", 50, CustomerProblem.LAPSE_RULE_NOT_FOUND);

    private final ProfileReviews reviews;

    LapseRuleService(LapseRules rules, ProfileReviews reviews, Patcher patcher, Cursors cursors, Clock clock) {
        super(rules, KIND, patcher, cursors, clock);
        this.reviews = reviews;
    }

    @Override
    protected LapseRule fresh(UUID id) {
        return new LapseRule(id);
    }

    @Override
    protected void accept(LapseRule rule) {
        reviews.askForAll();
    }
}

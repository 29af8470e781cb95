package helpdesk.customer.milestone;

import helpdesk.customer.definition.Definitions;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules for milestones. */
@ApplicationScoped
class MilestoneRules implements Definitions<MilestoneRule> {}

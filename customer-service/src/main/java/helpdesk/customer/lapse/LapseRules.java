package helpdesk.customer.lapse;

import helpdesk.customer.definition.Definitions;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules for those who stay away. */
@ApplicationScoped
class LapseRules implements Definitions<LapseRule> {}

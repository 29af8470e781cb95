package helpdesk.ticket.rule;

import helpdesk.ticket.condition.Condition;
import helpdesk.ticket.condition.Conditions;
import helpdesk.ticket.condition.Facts;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A rule that acts, as it was when the rules were last read. */
record ActiveRule(
        UUID id, long version, RuleKind kind, Set<Happening> on, List<Condition> conditions, List<RuleAction> actions) {

    boolean isSetOffBy(Happening happening) {
        return on.stream().anyMatch(one -> one.includes(happening));
    }

    boolean holds(Facts facts) {
        return Conditions.hold(conditions, facts);
    }

    /** Those of its conditions that ask for how long something has been so, and have to hold. */
    List<Condition.Elapsed> waits() {
        return conditions.stream()
                .filter(Condition.Elapsed.class::isInstance)
                .map(Condition.Elapsed.class::cast)
                .toList();
    }
}

package helpdesk.ticket.servicelevel;

import helpdesk.ticket.condition.Condition;
import helpdesk.ticket.condition.Conditions;
import helpdesk.ticket.condition.Facts;
import java.util.List;

/**
 * The policies that were in force at the same time.
 *
 * @param number grows with each change of any of them
 * @param policies in the order in which they are asked; the last has no conditions
 */
record PolicyEdition(long number, List<Entry> policies) {

    /** One policy. */
    record Entry(List<Condition> conditions, PolicyTerms terms) {}

    /** What the first policy whose conditions hold says. */
    PolicyTerms match(Facts facts) {
        return policies.stream()
                .filter(entry -> Conditions.hold(entry.conditions(), facts))
                .findFirst()
                .orElseThrow()
                .terms();
    }

    /** The newer of the two. */
    static PolicyEdition newer(PolicyEdition one, PolicyEdition other) {
        return one == null || one.number < other.number ? other : one;
    }
}

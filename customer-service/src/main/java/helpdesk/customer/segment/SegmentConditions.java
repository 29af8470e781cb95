package helpdesk.customer.segment;

import helpdesk.platform.problem.PlatformProblem;
import java.util.List;
import java.util.Set;

/** What the conditions of segments have in common. */
final class SegmentConditions {

    private static final int DEEPEST = 5;
    private static final int MOST_IN_ALL = 100;

    private SegmentConditions() {}

    /**
     * Passes when they make sense.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request} for a field that is not known, or of the other sort; for
     *     more than 5 levels or 100 conditions
     */
    static void require(List<SegmentCondition> conditions) {
        String pointer = "/conditions";
        if (count(conditions, pointer, 1) > MOST_IN_ALL) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    pointer, "At most 100 conditions in all. Make two segments of it.");
        }
    }

    private static int count(List<SegmentCondition> conditions, String pointer, int depth) {
        if (depth > DEEPEST) {
            throw PlatformProblem.INVALID_REQUEST.at(pointer, "Conditions are at most 5 levels deep.");
        }
        int count = 0;
        for (int i = 0; i < conditions.size(); i++) {
            String here = pointer + "/" + i;
            count += switch (conditions.get(i)) {
                case SegmentCondition.All all -> 1 + count(all.all(), here + "/all", depth + 1);
                case SegmentCondition.AnyOf any -> 1 + count(any.any(), here + "/any", depth + 1);
                case SegmentCondition.NoneOf none -> 1 + count(none.none(), here + "/none", depth + 1);
                case SegmentCondition.Is is -> {
                    requireField(SegmentField.isText(is.field()), false, here);
                    yield 1;
                }
                case SegmentCondition.IsPresent is -> {
                    requireField(SegmentField.isText(is.field()) || SegmentField.isNumber(is.field()), false, here);
                    yield 1;
                }
                case SegmentCondition.Amounts is -> {
                    requireField(SegmentField.isNumber(is.field()), true, here);
                    yield 1;
                }
                case SegmentCondition.Happened ignored -> 1;
            };
        }
        return count;
    }

    private static void requireField(boolean fits, boolean numbers, String pointer) {
        if (!fits) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    pointer + "/field", "It is one of " + SegmentField.names(numbers) + ".");
        }
    }

    /** Adds what is counted for these. */
    static void counted(List<SegmentCondition> conditions, Set<SegmentFacts.Counted> all) {
        for (SegmentCondition condition : conditions) {
            switch (condition) {
                case SegmentCondition.All inner -> counted(inner.all(), all);
                case SegmentCondition.AnyOf inner -> counted(inner.any(), all);
                case SegmentCondition.NoneOf inner -> counted(inner.none(), all);
                case SegmentCondition.Happened it -> all.add(new SegmentFacts.Counted(it.happened(), it.withinDays()));
                case SegmentCondition.Is ignored -> {}
                case SegmentCondition.IsPresent ignored -> {}
                case SegmentCondition.Amounts ignored -> {}
            }
        }
    }
}

package helpdesk.ticket.condition;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.catalogue.NewField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What conditions have in common, whoever has them. */
public final class Conditions {

    /** How deep conditions go: a limit of reading them, too. */
    private static final int DEEPEST = 5;

    private static final int MOST_IN_ALL = 100;

    private Conditions() {}

    /** Whether all of them hold; of none, that is so. */
    public static boolean hold(List<Condition> conditions, Facts facts) {
        return conditions.stream().allMatch(condition -> condition.holds(facts));
    }

    /**
     * Passes when they make sense.
     *
     * @param scope what can be asked there
     * @param pointer where they are, for the problem of a wrong one
     * @throws helpdesk.platform.problem.Problem {@code invalid-request} for a field that is not known, for a value that it cannot
     *     have, for what cannot be asked there, for more than 5 levels or 100 conditions
     */
    public static void require(List<Condition> conditions, ConditionScope scope, String pointer) {
        if (count(conditions, scope, pointer, 1) > MOST_IN_ALL) {
            throw PlatformProblem.INVALID_REQUEST.at(pointer, "At most 100 conditions in all. Make two of it.");
        }
    }

    /** Whether one of the values of a field is one of those that are asked for. */
    static boolean isAnyAmong(List<String> wanted, String field, List<String> values) {
        Optional<ConditionField> known = ConditionField.named(field);
        return values.stream()
                .anyMatch(value -> known.map(subject -> wanted.stream().anyMatch(one -> subject.matches(one, value)))
                        .orElseGet(() -> wanted.contains(value)));
    }

    private static int count(List<Condition> conditions, ConditionScope scope, String pointer, int depth) {
        if (depth > DEEPEST) {
            throw PlatformProblem.INVALID_REQUEST.at(pointer, "Conditions are at most 5 levels deep.");
        }
        int count = 0;
        for (int i = 0; i < conditions.size(); i++) {
            String here = pointer + "/" + i;
            count += switch (conditions.get(i)) {
                case Condition.All all -> 1 + count(all.all(), scope, here + "/all", depth + 1);
                case Condition.AnyOf any -> 1 + count(any.any(), scope, here + "/any", depth + 1);
                case Condition.NoneOf none -> 1 + count(none.none(), scope, here + "/none", depth + 1);
                case Condition.Is is -> {
                    requireValues(requireField(is.field(), scope, here + "/field"), is.in(), here + "/in");
                    yield 1;
                }
                case Condition.IsPresent is -> {
                    requireField(is.field(), scope, here + "/field");
                    yield 1;
                }
                case Condition.Contains ignored -> 1;
                case Condition.Changed changed -> {
                    requireScope(scope == ConditionScope.CHANGE, here, "Only triggers ask what has changed.");
                    Optional<ConditionField> field = requireField(changed.changed(), scope, here + "/changed");
                    requireValues(field, changed.from(), here + "/from");
                    requireValues(field, changed.to(), here + "/to");
                    yield 1;
                }
                case Condition.Elapsed ignored -> {
                    requireScope(
                            scope != ConditionScope.FILING, here, "Only rules ask how long something has been so.");
                    yield 1;
                }
            };
        }
        return count;
    }

    private static void requireScope(boolean fits, String pointer, String advice) {
        if (!fits) {
            throw PlatformProblem.INVALID_REQUEST.at(pointer, advice);
        }
    }

    private static Optional<ConditionField> requireField(String name, ConditionScope scope, String pointer) {
        Optional<ConditionField> field =
                ConditionField.named(name).filter(known -> scope != ConditionScope.FILING || known.isFiling());
        boolean isCustom = name.startsWith(ConditionField.CUSTOM_FIELD)
                && name.substring(ConditionField.CUSTOM_FIELD.length()).matches(NewField.KEY);
        if (field.isEmpty() && !isCustom) {
            throw PlatformProblem.INVALID_REQUEST.at(pointer, "A field is one of " + ConditionField.known(scope) + ".");
        }
        return field;
    }

    private static void requireValues(Optional<ConditionField> field, List<String> values, String pointer) {
        Set<String> choices = field.map(ConditionField::choices).orElse(Set.of());
        for (int i = 0; i < values.size(); i++) {
            if (!choices.isEmpty() && !choices.contains(values.get(i))) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        pointer + "/" + i, "It is one of " + String.join(", ", new TreeSet<>(choices)) + ".");
            }
        }
    }
}

package helpdesk.customer.timeline;

import helpdesk.platform.problem.PlatformProblem;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which kinds of entries are asked for: whole kinds, or all that begin with a word and a dot. */
record KindFilter(SortedSet<String> kinds) {

    private static final int MOST = 20;
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    /**
     * Reads the parameter.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} when it names no kinds, or too many
     */
    static KindFilter of(String parameter) {
        SortedSet<String> kinds = new TreeSet<>();
        if (parameter != null) {
            Stream.of(parameter.split(",", -1)).map(String::strip).forEach(kinds::add);
            if (kinds.size() > MOST
                    || !kinds.stream().allMatch(kind -> KIND.matcher(kind).matches())) {
                throw PlatformProblem.INVALID_PARAMETER.at(
                        "?kind", "Write 1 to 20 kinds such as ticket.opened, or beginnings such as ticket.");
            }
        }
        return new KindFilter(kinds);
    }

    /** In HQL, on an entry {@code e}. */
    String condition() {
        return kinds.isEmpty()
                ? "true"
                : "(e.happening.kind in :kinds or substring(e.happening.kind, 1, locate('.', e.happening.kind) - 1) in :kinds)";
    }

    Map<String, Object> parameters() {
        return kinds.isEmpty() ? Map.of() : new TreeMap<>(Map.of("kinds", kinds));
    }
}

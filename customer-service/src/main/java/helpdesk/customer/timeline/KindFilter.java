package helpdesk.customer.timeline;

import helpdesk.platform.problem.PlatformProblem;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which kinds of entries are asked for.
 *
 * @param exact kinds such as {@code ticket.opened}
 * @param families what kinds have before their first dot, such as {@code ticket}
 */
record KindFilter(List<String> exact, List<String> families) {

    private static final int MOST = 20;

    /**
     * Reads the parameter.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} when it names no kinds, or too many
     */
    static KindFilter of(String parameter) {
        TreeSet<String> asked = new TreeSet<>();
        if (parameter != null) {
            Stream.of(parameter.split(",", -1)).map(String::strip).forEach(asked::add);
            if (asked.size() > MOST || asked.contains("")) {
                throw PlatformProblem.INVALID_PARAMETER.at(
                        "?kind", "Write 1 to 20 kinds such as ticket.opened, or families such as ticket.");
            }
        }
        List<String> families =
                asked.stream().filter(kind -> kind.indexOf('.') < 0).toList();
        return new KindFilter(
                asked.stream()
                        .filter(kind -> kind.indexOf('.') >= 0)
                        .filter(kind -> !families.contains(kind.substring(0, kind.indexOf('.'))))
                        .toList(),
                families);
    }

    boolean isForAll() {
        return exact.isEmpty() && families.isEmpty();
    }
}

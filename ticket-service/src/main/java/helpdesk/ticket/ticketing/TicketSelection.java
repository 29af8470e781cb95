package helpdesk.ticket.ticketing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which tickets are meant, as a condition for the database. Only fixed texts are joined; values are always bound. */
final class TicketSelection {

    private final StringBuilder condition = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition with a question mark for each value. */
    void and(String text, Object... bound) {
        condition.append(condition.isEmpty() ? " where " : " and ").append(text);
        values.addAll(Arrays.asList(bound));
    }

    /** Adds that a column has one of these constants of ours. */
    void anyOf(String column, List<? extends Enum<?>> constants) {
        // As texts of the statement: the database compares them with the conditions of its partial indexes.
        and(constants.stream()
                .map(constant -> "'" + constant.name() + "'")
                .collect(Collectors.joining(", ", column + " in (", ")")));
    }

    String where() {
        return condition.toString();
    }

    Object[] values() {
        return values.toArray();
    }
}

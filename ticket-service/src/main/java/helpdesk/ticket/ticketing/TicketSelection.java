package helpdesk.ticket.ticketing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which tickets are meant, as a condition for the database. Only fixed texts are joined; values are always bound. */
final class TicketSelection {

    private final StringBuilder condition = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private String words;

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

    /**
     * Adds that the words of a ticket fit, which is asked for in a way of its own.
     *
     * @param query the text of a {@code tsquery}
     */
    void words(String query) {
        words = query;
    }

    /** The text of a {@code tsquery}; null when no words are searched for. */
    String words() {
        return words;
    }

    /** All conditions but that on words, beginning with {@code where}; empty when there are none. */
    String where() {
        return condition.toString();
    }

    /** The values of {@link #where()}. */
    Object[] values() {
        return values.toArray();
    }

    /** The same with this condition, and its value if it has one, behind it. */
    TicketSelection with(String text, Object... bound) {
        TicketSelection other = new TicketSelection();
        other.condition.append(condition);
        other.values.addAll(values);
        other.and(text, bound);
        return other;
    }
}

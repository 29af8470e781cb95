package helpdesk.ticket.ticketing;

import java.util.Map;
import java.util.TreeMap;

/**
 * A list of tickets: which, and in which order.
 *
 * @param filter values by the names of criteria
 * @param sort the name of an order, with a minus before it or not
 * @param pointer what comes before the name of a criterion in the problem of a wrong one: {@code ?}, or {@code /filter/}
 */
public record TicketList(Map<String, String> filter, String sort, String pointer) {

    /** The list as text, to bind a cursor to it. */
    String fingerprint() {
        return "tickets\n" + sort + "\n" + new TreeMap<>(filter);
    }

    boolean isDescending() {
        return sort.startsWith("-");
    }

    TicketSort order() {
        return TicketSort.parse(sort, pointer.equals("?") ? "?sort" : "/sort");
    }
}

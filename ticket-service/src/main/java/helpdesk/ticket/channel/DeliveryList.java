package helpdesk.ticket.channel;

import helpdesk.platform.problem.PlatformProblem;
import java.util.Arrays;
import java.util.Locale;

/** Which replies somebody asks for. */
enum DeliveryList {
    /** Those of which nothing was reported yet. */
    ASKED,
    /** Those among them that wait for longer than it should take. */
    OVERDUE,
    FAILED;

    /**
     * Reads the query parameter.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter}
     */
    static DeliveryList of(String name) {
        return Arrays.stream(values())
                .filter(list -> list.wireName().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        PlatformProblem.INVALID_PARAMETER.at("?state", "Ask for one of asked, overdue and failed."));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What was asked first comes first, because it waits the longest; what failed last comes first, because it is news. */
    boolean latestFirst() {
        return this == FAILED;
    }

    /** How its rows stand in the table. */
    String state() {
        return this == FAILED ? "FAILED" : "ASKED";
    }
}

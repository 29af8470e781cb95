package helpdesk.gateway.log;

import helpdesk.platform.problem.PlatformProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which events of the log somebody sees.
 *
 * @param types exact types
 * @param prefixes beginnings of types
 * @param subject null for any
 * @param accounts whether events about accounts are among them
 */
public record EventFilter(List<String> types, List<String> prefixes, String subject, boolean accounts) {

    private static final String ACCOUNT_TYPES = "org.helpdesk.account.";
    private static final int MOST_TYPES = 20;
    private static final int LONGEST = 255;
    private static final String ANY = ".*";

    /**
     * Reads the query parameters.
     *
     * @param type types separated by commas, each exact or ending with {@code .*}; null for all
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} when there is too much of them
     */
    public static EventFilter of(String type, String subject, boolean accounts) {
        if (subject != null && (subject.isBlank() || subject.length() > LONGEST)) {
            throw PlatformProblem.INVALID_PARAMETER.at("?subject", "A subject has 1 to %d characters.", LONGEST);
        }
        List<String> exact = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        for (String one : type == null ? List.<String>of() : Arrays.asList(type.split(",", -1))) {
            String stripped = one.strip();
            if (stripped.isEmpty() || stripped.length() > LONGEST) {
                throw PlatformProblem.INVALID_PARAMETER.at(
                        "?type", "A type has 1 to %d characters, for example org.helpdesk.ticket.*", LONGEST);
            }
            if (stripped.endsWith(ANY)) {
                prefixes.add(stripped.substring(0, stripped.length() - 1));
            } else {
                exact.add(stripped);
            }
        }
        if (exact.size() + prefixes.size() > MOST_TYPES) {
            throw PlatformProblem.INVALID_PARAMETER.at("?type", "Ask for at most %d types.", MOST_TYPES);
        }
        return new EventFilter(List.copyOf(exact), List.copyOf(prefixes), subject, accounts);
    }

    /** Whether an event with this type and subject is seen. */
    public boolean fits(String type, String subjectOfEvent) {
        return (accounts || !type.startsWith(ACCOUNT_TYPES))
                && (subject == null || subject.equals(subjectOfEvent))
                && (types.isEmpty() && prefixes.isEmpty()
                        || types.contains(type)
                        || prefixes.stream().anyMatch(type::startsWith));
    }
}

package helpdesk.feedback.parameter;

import helpdesk.platform.http.TimeParameter;
import helpdesk.platform.problem.PlatformProblem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A query parameter as it came, for those of which the caller should learn what would be right. */
public record QueryParameter(String name, String text) {

    /**
     * The moment, empty when the parameter is absent.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} when it is no time that {@link TimeParameter} knows
     */
    public Optional<Instant> instant() {
        return isAbsent() ? Optional.empty() : Optional.of(TimeParameter.required(text, "?" + name));
    }

    /**
     * The constant whose name on the wire (its own in lower case) this is, empty when the parameter is absent.
     *
     * @param choices the constants of the enum
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} when there is none
     */
    public <E extends Enum<E>> Optional<E> oneOf(E[] choices) {
        if (isAbsent()) {
            return Optional.empty();
        }
        List<String> names =
                Arrays.stream(choices).map(QueryParameter::wireName).toList();
        int place = names.indexOf(text);
        if (place < 0) {
            throw invalid("Use one of " + String.join(", ", names) + ".");
        }
        return Optional.of(choices[place]);
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private boolean isAbsent() {
        return text == null || text.isEmpty();
    }

    private RuntimeException invalid(String advice) {
        return PlatformProblem.INVALID_PARAMETER.at("?" + name, advice);
    }
}

package helpdesk.feedback.parameter;

import helpdesk.platform.problem.PlatformProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A query parameter as it came, for those of which the caller should learn what would be right. */
public record QueryParameter(String name, String text) {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * The moment, empty when the parameter is absent. A plus sign that came unescaped, and so as a blank, is understood.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} when it is no RFC 3339 time from 1970 to 9999
     */
    public Optional<Instant> instant() {
        if (isAbsent()) {
            return Optional.empty();
        }
        try {
            Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
                return Optional.of(instant);
            }
        } catch (DateTimeException e) {
            // Answered below like a time out of range.
        }
        throw invalid("Give a time such as 2026-03-29T08:30:00Z.");
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

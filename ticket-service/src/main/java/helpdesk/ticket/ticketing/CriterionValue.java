package helpdesk.ticket.ticketing;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a criterion was given, read as what it must be.
 *
 * @param pointer where it was given, for whoever gets it wrong
 */
record CriterionValue(String pointer, String text) {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_LINE = 254;

    /** The values between the commas. */
    List<String> parts() {
        List<String> parts =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (parts.size() > MOST_VALUES || parts.stream().anyMatch(part -> part.isEmpty() || isUnfit(part))) {
            throw wrong("Give 1 to 20 values, separated by commas.");
        }
        return parts;
    }

    String[] array() {
        return parts().toArray(String[]::new);
    }

    /** A single text. */
    String line() {
        if (text.isBlank() || isUnfit(text)) {
            throw wrong("Give 1 to 254 characters.");
        }
        return text.strip();
    }

    UUID id() {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw wrong("Give an id.");
        }
    }

    Instant time() {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (time.isAfter(FIRST) && time.isBefore(LAST)) {
                return time;
            }
        } catch (DateTimeException noTime) {
            // Answered like a time that no ticket can have.
        }
        throw wrong("Give a time with its zone, for example 2026-03-31T12:00:00Z.");
    }

    boolean truth() {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("Use true or false.");
        };
    }

    int number(int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Answered like a number out of range.
        }
        throw wrong("Give a whole number from %d to %d.".formatted(least, most));
    }

    <E extends Enum<E>> List<E> constants(Class<E> type) {
        try {
            return parts().stream()
                    .map(part -> Enum.valueOf(type, part.toUpperCase(Locale.ROOT)))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException unknown) {
            String known = Arrays.stream(type.getEnumConstants())
                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw wrong("Use one or several of " + known + ", separated by commas.");
        }
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        List<E> constants = constants(type);
        if (constants.size() > 1) {
            throw wrong("Give one.");
        }
        return constants.getFirst();
    }

    Problem wrong(String detail) {
        // As it is: what was given may have a percent sign.
        return PlatformProblem.INVALID_PARAMETER.at(pointer, "%s", detail);
    }

    private static boolean isUnfit(String part) {
        return part.length() > LONGEST_LINE || part.indexOf('\0') >= 0;
    }
}

package helpdesk.notification;

import helpdesk.platform.http.TimeParameter;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A query parameter as it was sent. One that cannot be read is answered with {@code invalid-parameter} and its name, where
 * the framework would say that there is no such page. Without a value it counts as not sent.
 */
public record QueryParameter(String name, String text) {

    /** The value as a UUID. */
    public Optional<UUID> uuid() {
        return value().map(value -> {
            try {
                return UUID.fromString(value);
            } catch (IllegalArgumentException e) {
                throw invalid("Write a UUID.");
            }
        });
    }

    /** The value as a moment, in the years of {@link TimeParameter}. */
    public Optional<Instant> instant() {
        return value().map(value -> TimeParameter.required(value, "?" + name));
    }

    /** The value as a time zone. */
    public Optional<ZoneId> timeZone() {
        return value().map(value -> {
            if (!ZoneId.getAvailableZoneIds().contains(value)) {
                throw invalid("Write an IANA time zone such as Europe/Berlin or Asia/Almaty.");
            }
            return ZoneId.of(value);
        });
    }

    /** The values, separated by commas, as constants by their names in lower case; empty when it was not sent. */
    public <E extends Enum<E>> Set<E> anyOf(Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        value().ifPresent(value -> {
            for (String name : value.split(",", -1)) {
                chosen.add(constant(type, name.strip()));
            }
        });
        return chosen;
    }

    /** The value, unless there is none. */
    public Optional<String> value() {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The problem with this parameter. */
    public Problem invalid(String advice) {
        return PlatformProblem.INVALID_PARAMETER.at("?" + name, advice);
    }

    private <E extends Enum<E>> E constant(Class<E> type, String wireName) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int position = names.indexOf(wireName);
        if (position < 0) {
            throw invalid("Write one of " + String.join(", ", names) + ".");
        }
        return type.getEnumConstants()[position];
    }
}

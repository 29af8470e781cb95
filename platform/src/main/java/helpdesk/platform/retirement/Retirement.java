package helpdesk.platform.retirement;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * When an operation goes.
 *
 * @param deprecated the day from which on nobody should begin to use it
 * @param sunset the day from which on it may be gone
 * @param information where it is told what to use instead
 */
record Retirement(LocalDate deprecated, LocalDate sunset, URI information) {

    /** So long callers have to change what they do, at the least. */
    static final int SHORTEST_NOTICE_DAYS = 90;

    /** RFC 9110, 5.6.7: unlike Java's own format of RFC 1123, the day always has two digits. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    Retirement {
        if (ChronoUnit.DAYS.between(deprecated, sunset) < SHORTEST_NOTICE_DAYS) {
            throw new IllegalArgumentException("An operation that is deprecated on %s may be gone on %s at the earliest"
                    .formatted(deprecated, deprecated.plusDays(SHORTEST_NOTICE_DAYS)));
        }
    }

    static Retirement of(Retiring retiring) {
        return parse(retiring.deprecated(), retiring.sunset(), retiring.information());
    }

    static Retirement parse(String deprecated, String sunset, String information) {
        return new Retirement(LocalDate.parse(deprecated), LocalDate.parse(sunset), URI.create(information));
    }

    /** The value of {@code Deprecation}: a date of structured fields (RFC 9651). */
    String deprecationHeader() {
        return "@" + deprecated.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /** The value of {@code Sunset}: an HTTP date. */
    String sunsetHeader() {
        return HTTP_DATE.format(sunset.atStartOfDay(ZoneOffset.UTC));
    }

    /** The value of {@code Link} that leads to what is told about it. */
    String linkHeader() {
        return "<" + information + ">; rel=\"deprecation\"";
    }
}

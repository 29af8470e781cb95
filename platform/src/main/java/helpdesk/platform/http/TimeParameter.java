package helpdesk.platform.http;

import helpdesk.platform.problem.PlatformProblem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads times that come as query parameters (RFC 3339), in the years 1970 to 2200. */
public final class TimeParameter {

    /** The first year in which a time can be. */
    public static final int FIRST_YEAR = 1970;

    /** The last one. */
    public static final int LAST_YEAR = 2200;

    private TimeParameter() {}

    /**
     * The time.
     *
     * @param pointer names the parameter, with a question mark before it
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} when it is no time with a zone, or missing
     */
    public static Instant required(String text, String pointer) {
        try {
            // A plus sign that was not encoded comes as a space.
            OffsetDateTime time = OffsetDateTime.parse(text == null ? "" : text.replace(' ', '+'));
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeParseException noTime) {
            // Answered like a time in no year of ours.
        }
        throw PlatformProblem.INVALID_PARAMETER.at(
                pointer, "Give a time with its zone in the years 1970 to 2200, for example 2026-03-01T00:00:00Z.");
    }

    /** The same, or the other time when it was left out. */
    public static Instant orElse(String text, String pointer, Instant other) {
        return text == null ? other : required(text, pointer);
    }
}

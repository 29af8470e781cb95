package helpdesk.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The years 1900 to 2200: what is said of others is a mistake. */
public final class PlausibleYears {

    private static final int FIRST = 1900;
    private static final int LAST = 2200;
    private static final Instant BEGIN =
            LocalDate.of(FIRST, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END =
            LocalDate.of(LAST + 1, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private PlausibleYears() {}

    /** Whether a day is in one of them. */
    public static boolean cover(LocalDate day) {
        return day.getYear() >= FIRST && day.getYear() <= LAST;
    }

    /** Whether a moment is in one of them, in UTC. */
    public static boolean cover(Instant moment) {
        return !moment.isBefore(BEGIN) && moment.isBefore(END);
    }
}

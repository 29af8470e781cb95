package helpdesk.feedback.insight;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** What the periods of a trend are called (ISO 8601). */
final class TrendKey {

    private TrendKey() {}

    static String day(String day) {
        return day;
    }

    /** The week, in the year to which it belongs. */
    static String week(String day) {
        LocalDate date = LocalDate.parse(day);
        return "%04d-W%02d".formatted(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    static String month(String day) {
        return day.substring(0, day.lastIndexOf('-'));
    }
}

package helpdesk.ticket.standard;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long something takes, in words of a language. */
final class LengthOfTime {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private LengthOfTime() {}

    /**
     * In days where they come out even and are two at least, else in hours, minutes and seconds.
     *
     * @param day how much of a day counts; null when days are of different lengths
     */
    static String words(Duration length, Duration day, Locale locale) {
        List<Measure> parts = new ArrayList<>();
        long seconds = length.toSeconds();
        long ofDay = day == null ? 0 : day.toSeconds();
        if (ofDay > 0 && seconds >= 2 * ofDay && seconds % ofDay == 0) {
            parts.add(new Measure(seconds / ofDay, MeasureUnit.DAY));
        } else {
            add(parts, length.toHours(), MeasureUnit.HOUR);
            add(parts, length.toMinutesPart(), MeasureUnit.MINUTE);
            add(parts, length.toSecondsPart(), MeasureUnit.SECOND);
        }
        return MeasureFormat.getInstance(ULocale.forLocale(locale).setKeywordValue("numbers", "latn"), FormatWidth.WIDE)
                .formatMeasures(parts.toArray(Measure[]::new));
    }

    /** A day of which each hour counts. */
    static Duration wholeDay() {
        return Duration.ofSeconds(DAY);
    }

    private static void add(List<Measure> parts, long number, MeasureUnit unit) {
        if (number > 0) {
            parts.add(new Measure(number, unit));
        }
    }
}

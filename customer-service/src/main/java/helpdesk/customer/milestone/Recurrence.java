package helpdesk.customer.milestone;

import java.time.LocalDate;
import java.util.Optional;

/**
 * On which days something is.
 *
 * @param first the first of them; the 29th of February is the 28th in other years
 * @param yearly whether it comes again each year
 * @param notAtFirst whether the first day itself is none: an anniversary begins a year later
 */
record Recurrence(LocalDate first, boolean yearly, boolean notAtFirst) {

    /** The first of the days from a day on, in a year after the given one; empty when there is none any more. */
    Optional<LocalDate> from(LocalDate earliest, int afterYear) {
        if (!yearly) {
            return Optional.of(first).filter(day -> !day.isBefore(earliest) && day.getYear() > afterYear);
        }
        int year = Math.max(firstYear(), Math.max(earliest.getYear(), afterYear + 1));
        LocalDate day = first.withYear(year);
        return Optional.of(day.isBefore(earliest) ? first.withYear(year + 1) : day);
    }

    /** The last of the days until a day. */
    Optional<LocalDate> latestUntil(LocalDate last) {
        if (!yearly) {
            return Optional.of(first).filter(day -> !day.isAfter(last));
        }
        LocalDate day = first.withYear(last.getYear());
        LocalDate latest = day.isAfter(last) ? first.withYear(last.getYear() - 1) : day;
        return Optional.of(latest).filter(found -> found.getYear() >= firstYear());
    }

    private int firstYear() {
        return first.getYear() + (notAtFirst ? 1 : 0);
    }
}

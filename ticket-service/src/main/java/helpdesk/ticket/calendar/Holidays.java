package helpdesk.ticket.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import helpdesk.platform.problem.PlatformProblem;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The public holidays of countries and their regions, by the Jollyday library. */
final class Holidays {

    private static final Map<YearOfRegion, Map<LocalDate, String>> KNOWN = new ConcurrentHashMap<>();

    private record YearOfRegion(HolidayRegion region, int year, Locale language) {}

    private Holidays() {}

    /** The name of the holiday that the region keeps on the date, in the language as far as it is known, else in English. */
    static Optional<String> on(LocalDate date, HolidayRegion region, Locale language) {
        return Optional.ofNullable(
                KNOWN.computeIfAbsent(new YearOfRegion(region, date.getYear(), language), Holidays::of)
                        .get(date));
    }

    /**
     * Passes when the region's holidays are known.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with the regions that are known
     */
    static void require(HolidayRegion region, String pointer) {
        Set<String> countries = HolidayManager.getSupportedCalendarCodes();
        if (!countries.contains(region.country())) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    pointer + "/country", "The holidays of this country are not known. Name them as special days.");
        }
        CalendarHierarchy place = manager(region).getCalendarHierarchy();
        for (String part : region.parts()) {
            Set<String> known = new TreeSet<>(place.getChildren().keySet());
            if (!known.contains(part)) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        pointer + "/region",
                        known.isEmpty()
                                ? "There are no regions here. Leave it out."
                                : "It is one of " + String.join(", ", known) + ".");
            }
            place = place.getChildren().get(part);
        }
    }

    /** Both the day itself and the one on which it is kept instead, which may be in the year before or behind. */
    private static Map<LocalDate, String> of(YearOfRegion key) {
        Map<LocalDate, String> days = new HashMap<>();
        for (int year = key.year() - 1; year <= key.year() + 1; year++) {
            Set<Holiday> holidays = manager(key.region())
                    .getHolidays(
                            Year.of(year),
                            HolidayType.PUBLIC_HOLIDAY,
                            key.region().parts());
            for (Holiday holiday : holidays) {
                Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream())
                        .filter(day -> day.getYear() == key.year())
                        .forEach(day -> days.put(day, holiday.getDescription(key.language())));
            }
        }
        return Map.copyOf(days);
    }

    private static HolidayManager manager(HolidayRegion region) {
        return HolidayManager.getInstance(
                ManagerParameters.create(region.country().toLowerCase(Locale.ROOT)));
    }
}

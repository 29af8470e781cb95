package helpdesk.ticket.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The time that counts. A moment counts when the clock on the wall then shows a time within a shift; the hour that the wall shows
 * twice when summer time ends counts twice, the one that it leaves out counts never. A shift belongs to the day on which it begins:
 * before a holiday the night shift still works into it.
 */
public final class WorkingTime {

    /** Nobody promises anything for later than this; it also bounds the search. */
    public static final Duration HORIZON = Duration.ofDays(3_660);

    /** Of the same length anywhere, so that nobody's midnight matters. */
    private static final Duration STRETCH = Duration.ofDays(2);

    /** Thirty years. */
    private static final int MOST_KNOWN = 5_500;

    private static final Duration FIRST_LOOK = Duration.ofDays(8);
    private static final Duration LONGEST_LOOK = Duration.ofDays(64);

    /** No zone is further from UTC. */
    private static final Duration FURTHEST = Duration.ofHours(18);

    private final ZoneId zone;
    private final WeekHours week;
    private final Map<LocalDate, SpecialDay> specialDays;
    private final HolidayRegion holidays;
    private final Map<Long, Duration> counted = new ConcurrentHashMap<>();

    /** @param holidays where public holidays are kept; null where none are */
    WorkingTime(ZoneId zone, WeekHours week, List<SpecialDay> specialDays, HolidayRegion holidays) {
        this.zone = zone;
        this.week = week;
        this.specialDays = specialDays.stream().collect(Collectors.toMap(SpecialDay::date, day -> day));
        this.holidays = holidays;
    }

    /** How much time counts from a moment up to another; none when the other is not later. */
    public Duration between(Instant from, Instant to) {
        long first = stretch(from) + 1;
        long last = stretch(to);
        if (first >= last) {
            return count(from, to);
        }
        Duration whole =
                LongStream.range(first, last).mapToObj(this::wholeStretch).reduce(Duration.ZERO, Duration::plus);
        return count(from, start(first)).plus(whole).plus(count(start(last), to));
    }

    /** What was late for months is looked at again and again: each stretch of days is counted once. */
    private Duration wholeStretch(long number) {
        if (counted.size() > MOST_KNOWN) {
            counted.clear();
        }
        return counted.computeIfAbsent(number, stretch -> count(start(stretch), start(stretch + 1)));
    }

    private static long stretch(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STRETCH.toSeconds());
    }

    private static Instant start(long stretch) {
        return Instant.ofEpochSecond(stretch * STRETCH.toSeconds());
    }

    private Duration count(Instant from, Instant to) {
        return periods(from, to).stream().map(Period::length).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The first moment at which this much time has counted; empty when that takes longer than ten years.
     *
     * @param time not negative; with none, the moment itself
     */
    public Optional<Instant> after(Instant from, Duration time) {
        if (time.isZero()) {
            return Optional.of(from);
        }
        Duration left = time;
        Duration look = FIRST_LOOK;
        Instant end = from.plus(HORIZON);
        Instant start = from;
        while (start.isBefore(end)) {
            Instant stop = earlier(start.plus(look), end);
            for (Period period : periods(start, stop)) {
                if (left.compareTo(period.length()) <= 0) {
                    return Optional.of(period.from().plus(left));
                }
                left = left.minus(period.length());
            }
            start = stop;
            look = LONGEST_LOOK;
        }
        return Optional.empty();
    }

    /** The times that count from a moment up to another: in order, apart from each other. */
    public List<Period> periods(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        List<Period> found = new ArrayList<>();
        // The day before may have a shift past midnight; one more on each side is for zones that once left out a day.
        LocalDate last = day(to).plusDays(1);
        for (LocalDate day = day(from).minusDays(2); !day.isAfter(last); day = day.plusDays(1)) {
            for (Shift shift : shiftsOf(day)) {
                addMoments(shift.begin(day), shift.end(day), from, to, found);
            }
        }
        found.sort(Comparator.comparing(Period::from));
        return joined(found);
    }

    /** Why the shifts of its weekday do not hold on the day: the name of a special day, or of a holiday that takes shifts away. */
    public Optional<String> exception(LocalDate day) {
        return exception(day, Locale.ENGLISH);
    }

    /** The same, a holiday with its name in a language, as far as that is known. */
    public Optional<String> exception(LocalDate day, Locale language) {
        SpecialDay special = specialDays.get(day);
        if (special != null) {
            return Optional.of(special.name());
        }
        return week.of(DayOfWeek.from(day)).isEmpty() ? Optional.empty() : holiday(day, language);
    }

    /** The day that a moment is on. */
    public LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** How much counts of a day on which something does, when that is the same on each and no shift overlaps another. */
    public Optional<Duration> usualDay() {
        List<Duration> lengths = Arrays.stream(DayOfWeek.values())
                .map(week::of)
                .filter(shifts -> !shifts.isEmpty())
                .map(shifts -> shifts.stream().map(Shift::length).reduce(Duration.ZERO, Duration::plus))
                .toList();
        Duration all = lengths.stream().reduce(Duration.ZERO, Duration::plus);
        // A week without holidays and changed clocks: a shift that ends behind it began as one before it, too.
        Instant from = Instant.parse("2024-01-01T00:00:00Z");
        Duration counted =
                new WorkingTime(ZoneOffset.UTC, week, List.of(), null).between(from, from.plus(Duration.ofDays(7)));
        return lengths.stream().distinct().count() == 1 && counted.equals(all)
                ? Optional.of(lengths.getFirst())
                : Optional.empty();
    }

    /** The shifts that begin on the day. */
    public List<Shift> shiftsOf(LocalDate day) {
        SpecialDay special = specialDays.get(day);
        if (special != null) {
            return special.shifts();
        }
        List<Shift> usual = week.of(DayOfWeek.from(day));
        return usual.isEmpty() || holiday(day, Locale.ENGLISH).isEmpty() ? usual : List.of();
    }

    private Optional<String> holiday(LocalDate day, Locale language) {
        return holidays == null ? Optional.empty() : Holidays.on(day, holidays, language);
    }

    /** The moments at which the wall shows a time between the two: more than one period when it is set back meanwhile. */
    private void addMoments(LocalDateTime begin, LocalDateTime end, Instant from, Instant to, List<Period> found) {
        ZoneRules rules = zone.getRules();
        Instant moment = begin.toInstant(ZoneOffset.UTC).minus(FURTHEST);
        Instant latest = end.toInstant(ZoneOffset.UTC).plus(FURTHEST);
        while (moment.isBefore(latest)) {
            ZoneOffset offset = rules.getOffset(moment);
            ZoneOffsetTransition change = rules.nextTransition(moment);
            Instant until = change == null ? latest : earlier(change.getInstant(), latest);
            Instant start = later(later(begin.toInstant(offset), moment), from);
            Instant stop = earlier(earlier(end.toInstant(offset), until), to);
            if (start.isBefore(stop)) {
                found.add(new Period(start, stop));
            }
            moment = until;
        }
    }

    private static List<Period> joined(List<Period> sorted) {
        List<Period> joined = new ArrayList<>();
        for (Period period : sorted) {
            Period former = joined.isEmpty() ? null : joined.getLast();
            if (former == null || period.from().isAfter(former.to())) {
                joined.add(period);
            } else {
                joined.set(joined.size() - 1, new Period(former.from(), later(former.to(), period.to())));
            }
        }
        return joined;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

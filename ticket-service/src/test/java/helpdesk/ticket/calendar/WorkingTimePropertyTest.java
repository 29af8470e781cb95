package helpdesk.ticket.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Business time equals what somebody counts who looks at the clock on the wall each minute. */
class WorkingTimePropertyTest {

    private static final String[] ZONES = {
        "Europe/Berlin",
        "Europe/London",
        "America/New_York",
        "America/St_Johns",
        "America/Santiago",
        "Africa/Cairo",
        "Africa/Casablanca",
        "Asia/Jerusalem",
        "Australia/Lord_Howe",
        "Pacific/Auckland"
    };

    /** A calendar, and what it was made of. */
    private record Given(ZoneId zone, WeekHours week, List<SpecialDay> specialDays) {

        WorkingTime time() {
            return new WorkingTime(zone, week, specialDays, null);
        }

        /** Without any arithmetic of instants: what does the wall show, and is that in a shift of today or of yesterday? */
        boolean counts(Instant minute) {
            LocalDateTime wall = LocalDateTime.ofInstant(minute, zone);
            LocalDate today = wall.toLocalDate();
            return shifts(today).stream().anyMatch(shift -> isWithin(wall, shift, today))
                    || shifts(today.minusDays(1)).stream().anyMatch(shift -> isWithin(wall, shift, today.minusDays(1)));
        }

        private List<Shift> shifts(LocalDate day) {
            return specialDays.stream()
                    .filter(special -> special.date().equals(day))
                    .map(SpecialDay::shifts)
                    .findFirst()
                    .orElseGet(() -> week.of(day.getDayOfWeek()));
        }

        private static boolean isWithin(LocalDateTime wall, Shift shift, LocalDate day) {
            LocalDateTime begin = LocalDateTime.of(day, LocalTime.parse(shift.from()));
            boolean isPastMidnight = shift.to().compareTo(shift.from()) <= 0;
            LocalDateTime end = LocalDateTime.of(isPastMidnight ? day.plusDays(1) : day, LocalTime.parse(shift.to()));
            return !wall.isBefore(begin) && wall.isBefore(end);
        }
    }

    @Property(tries = 300)
    void any_span_of_any_calendar_is_counted_as_on_the_wall(
            @ForAll("calendars") Given given,
            @ForAll("minutes") Instant from,
            @ForAll @IntRange(max = 12_000) int minutes) {
        assertCounts(given, from, minutes);
    }

    @Property(tries = 200)
    void the_end_of_a_time_is_the_first_moment_at_which_it_has_counted(
            @ForAll("calendars") Given given,
            @ForAll("minutes") Instant from,
            @ForAll @IntRange(min = 1, max = 3_000) int wanted) {
        if (given.week().hasShifts()) {
            assertEnds(given, from, wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void each_change_of_each_zone_is_counted_as_on_the_wall(int seed) {
        Random random = new Random(seed);
        int changes = 0;
        for (String name : ZONES) {
            ZoneId zone = ZoneId.of(name);
            Instant end = Instant.parse("2029-01-01T00:00:00Z");
            ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("2024-01-01T00:00:00Z"));
            while (change != null && change.getInstant().isBefore(end)) {
                Given given = random(zone, random);
                Instant from = change.getInstant().minus(random.nextInt(3_000), ChronoUnit.MINUTES);
                assertCounts(given, from, 5_000);
                assertEnds(given, from, 1 + random.nextInt(900));
                changes++;
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(changes).isGreaterThanOrEqualTo(90);
    }

    private static void assertCounts(Given given, Instant from, int minutes) {
        long expected = IntStream.range(0, minutes)
                .filter(minute -> given.counts(from.plus(minute, ChronoUnit.MINUTES)))
                .count();
        Instant to = from.plus(minutes, ChronoUnit.MINUTES);
        assertThat(given.time().between(from, to))
                .as("%s from %s", given, from)
                .isEqualTo(Duration.ofMinutes(expected));
    }

    private static void assertEnds(Given given, Instant from, int wanted) {
        Instant minute = from;
        for (int counted = 0; counted < wanted; minute = minute.plus(1, ChronoUnit.MINUTES)) {
            counted += given.counts(minute) ? 1 : 0;
            if (Duration.between(from, minute).toDays() > 120) {
                // Somebody who works minutes a week: followed for long enough.
                assertThat(given.time().between(from, minute)).isEqualTo(Duration.ofMinutes(counted));
                return;
            }
        }
        assertThat(given.time().after(from, Duration.ofMinutes(wanted)))
                .as("%s from %s", given, from)
                .hasValue(minute);
    }

    @Provide
    Arbitrary<Instant> minutes() {
        long first = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond() / 60;
        return Arbitraries.longs()
                .between(0, 5L * 366 * 1_440)
                .map(minute -> Instant.ofEpochSecond((first + minute) * 60));
    }

    @Provide
    Arbitrary<Given> calendars() {
        return Combinators.combine(Arbitraries.of(ZONES), Arbitraries.longs())
                .as((zone, seed) -> random(ZoneId.of(zone), new Random(seed)));
    }

    private static Given random(ZoneId zone, Random random) {
        List<List<Shift>> week = new ArrayList<>();
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.add(shifts(random)));
        List<SpecialDay> special = LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2029, 1, 1))
                .filter(day -> random.nextInt(12) == 0)
                .map(day -> new SpecialDay(day, "Special", shifts(random)))
                .toList();
        return new Given(
                zone,
                new WeekHours(
                        week.get(0), week.get(1), week.get(2), week.get(3), week.get(4), week.get(5), week.get(6)),
                special);
    }

    private static List<Shift> shifts(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Shift(time(random), time(random)))
                .toList();
    }

    /** Often around the hours at which clocks are changed. */
    private static String time(Random random) {
        int hour = random.nextBoolean() ? random.nextInt(5) : random.nextInt(24);
        return "%02d:%02d".formatted(hour, random.nextInt(12) * 5);
    }
}

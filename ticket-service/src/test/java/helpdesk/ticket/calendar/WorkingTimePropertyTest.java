package helpdesk.ticket.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
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

    @Property(tries = 300)
    void any_span_of_any_calendar_is_counted_as_on_the_wall(
            @ForAll("calendars") WallCalendar given,
            @ForAll("minutes") Instant from,
            @ForAll @IntRange(max = 12_000) int minutes) {
        assertCounts(given, from, minutes);
    }

    @Property(tries = 200)
    void the_end_of_a_time_is_the_first_moment_at_which_it_has_counted(
            @ForAll("calendars") WallCalendar given,
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
        for (String name : WallCalendar.ZONES) {
            ZoneId zone = ZoneId.of(name);
            Instant end = Instant.parse("2029-01-01T00:00:00Z");
            ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("2024-01-01T00:00:00Z"));
            while (change != null && change.getInstant().isBefore(end)) {
                WallCalendar given = WallCalendar.random(zone, random);
                Instant from = change.getInstant().minus(random.nextInt(3_000), ChronoUnit.MINUTES);
                assertCounts(given, from, 5_000);
                assertEnds(given, from, 1 + random.nextInt(900));
                changes++;
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(changes).isGreaterThanOrEqualTo(90);
    }

    private static void assertCounts(WallCalendar given, Instant from, int minutes) {
        long expected = IntStream.range(0, minutes)
                .filter(minute -> given.counts(from.plus(minute, ChronoUnit.MINUTES)))
                .count();
        Instant to = from.plus(minutes, ChronoUnit.MINUTES);
        assertThat(given.body().workingTime().between(from, to))
                .as("%s from %s", given, from)
                .isEqualTo(Duration.ofMinutes(expected));
    }

    private static void assertEnds(WallCalendar given, Instant from, int wanted) {
        Instant minute = from;
        for (int counted = 0; counted < wanted; minute = minute.plus(1, ChronoUnit.MINUTES)) {
            counted += given.counts(minute) ? 1 : 0;
            if (Duration.between(from, minute).toDays() > 120) {
                // Somebody who works minutes a week: followed for long enough.
                assertThat(given.body().workingTime().between(from, minute)).isEqualTo(Duration.ofMinutes(counted));
                return;
            }
        }
        assertThat(given.body().workingTime().after(from, Duration.ofMinutes(wanted)))
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
    Arbitrary<WallCalendar> calendars() {
        return Combinators.combine(Arbitraries.of(WallCalendar.ZONES), Arbitraries.longs())
                .as((zone, seed) -> WallCalendar.random(ZoneId.of(zone), new Random(seed)));
    }
}

package helpdesk.notification.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WorkingWeekTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    @Example
    void an_ordinary_day_is_cut_into_slots() {
        List<Slot> slots = slots(BERLIN, "2026-06-03", hours(Weekday.WEDNESDAY, 9 * 60, 10 * 60 + 45));

        assertThat(slots)
                .containsExactly(
                        slot("2026-06-03T07:00:00Z", "2026-06-03T07:30:00Z"),
                        slot("2026-06-03T07:30:00Z", "2026-06-03T08:00:00Z"),
                        slot("2026-06-03T08:00:00Z", "2026-06-03T08:30:00Z"));
    }

    @Example
    void the_same_local_hours_move_in_utc_with_daylight_saving() {
        OpenHours mondays = hours(Weekday.MONDAY, 8 * 60, 8 * 60 + 30);

        assertThat(slots(BERLIN, "2026-03-23", mondays))
                .containsExactly(slot("2026-03-23T07:00:00Z", "2026-03-23T07:30:00Z"));
        assertThat(slots(BERLIN, "2026-03-30", mondays))
                .containsExactly(slot("2026-03-30T06:00:00Z", "2026-03-30T06:30:00Z"));
    }

    @Example
    void the_hours_that_touch_a_time_are_told_as_a_whole_also_when_the_clock_is_put_forward_or_back() {
        WorkingWeek week = new WorkingWeek(BERLIN, List.of(hours(Weekday.SUNDAY, 60, 4 * 60)));

        assertThat(week.open(Instant.parse("2026-03-29T00:30:00Z"), Instant.parse("2026-03-29T00:45:00Z")))
                .containsExactly(slot("2026-03-29T00:00:00Z", "2026-03-29T02:00:00Z"));
        assertThat(week.open(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T12:00:00Z")))
                .containsExactly(slot("2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z"));
        assertThat(week.open(Instant.parse("2026-10-25T03:00:00Z"), Instant.parse("2026-10-25T12:00:00Z")))
                .isEmpty();
    }

    @Example
    void the_hour_that_is_skipped_has_no_slots() {
        assertThat(slots(BERLIN, "2026-03-29", hours(Weekday.SUNDAY, 2 * 60, 3 * 60)))
                .isEmpty();
        assertThat(slots(BERLIN, "2026-03-29", hours(Weekday.SUNDAY, 0, 6 * 60)))
                .hasSize(10)
                .allSatisfy(slot ->
                        assertThat(Duration.between(slot.start(), slot.end())).isEqualTo(HALF_HOUR));
    }

    @Example
    void the_hour_that_is_repeated_has_slots_twice() {
        assertThat(slots(BERLIN, "2026-10-25", hours(Weekday.SUNDAY, 2 * 60, 3 * 60)))
                .containsExactly(
                        slot("2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z"),
                        slot("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z"),
                        slot("2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z"),
                        slot("2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z"));
        assertThat(slots(BERLIN, "2026-10-25", hours(Weekday.SUNDAY, 0, 24 * 60)))
                .hasSize(50);
    }

    @Example
    void a_day_that_a_country_left_out_has_no_slots() {
        OpenHours always = hours(Weekday.FRIDAY, 0, 24 * 60);

        assertThat(slots(ZoneId.of("Pacific/Apia"), "2011-12-30", always)).isEmpty();
        assertThat(slots(ZoneId.of("Pacific/Apia"), "2011-12-23", always)).hasSize(48);
    }

    @Property(tries = 100)
    void slots_are_whole_apart_in_order_and_start_within_the_span(@ForAll("weeks") Week week) {
        List<Slot> slots = week.slots();

        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            assertThat(Duration.between(slot.start(), slot.end())).isEqualTo(week.length());
            assertThat(slot.start()).isAfterOrEqualTo(week.from()).isBefore(week.to());
            assertThat(i == 0 || !slots.get(i - 1).end().isAfter(slot.start())).isTrue();
        }
    }

    @Property(tries = 100)
    void the_clock_on_the_wall_is_within_the_hours_during_all_of_a_slot(@ForAll("weeks") Week week) {
        for (Slot slot : week.slots()) {
            for (Instant at = slot.start(); at.isBefore(slot.end()); at = at.plusSeconds(300)) {
                assertThat(week.isOpen(at)).as("%s in %s", at, week).isTrue();
            }
        }
    }

    @Property(tries = 60)
    void no_whole_slot_of_open_time_is_left_out(@ForAll("weeks") Week week) {
        Set<Instant> covered = week.slots().stream()
                .flatMap(slot -> minutes(slot.start(), slot.end()).stream())
                .collect(Collectors.toSet());
        Duration missed = Duration.ZERO;
        for (Instant at : minutes(week.from(), week.to().minus(week.length()))) {
            missed = week.isOpen(at) && !covered.contains(at) ? missed.plusSeconds(60) : Duration.ZERO;
            assertThat(missed)
                    .as("until %s in %s", at, week)
                    .isLessThan(week.length().multipliedBy(3));
        }
    }

    @Property(tries = 60)
    void a_slot_is_found_again_by_its_start_whatever_the_span(@ForAll("weeks") Week week) {
        for (Slot slot : week.slots()) {
            assertThat(week.week()
                            .slots(week.length(), slot.start(), slot.start().plusNanos(1)))
                    .containsExactly(slot);
        }
    }

    @Provide
    Arbitrary<Week> weeks() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "America/Sao_Paulo",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "Africa/Casablanca",
                        "Pacific/Apia",
                        "Asia/Gaza",
                        "Etc/UTC")
                .map(ZoneId::of);
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 366 * 18);
        Arbitrary<Duration> lengths =
                Arbitraries.of(5, 15, 20, 30, 45, 60, 90, 240).map(Duration::ofMinutes);
        Arbitrary<List<OpenHours>> hours = Combinators.combine(
                        Arbitraries.of(Weekday.class).set().ofMinSize(1).ofMaxSize(7),
                        Arbitraries.integers().between(0, 12 * 12 - 1),
                        Arbitraries.integers().between(1, 12 * 12),
                        Arbitraries.integers().between(0, 6))
                .as(WorkingWeekTest::splitShifts);
        return Combinators.combine(zones, days, lengths, hours).as((zone, day, length, rows) -> {
            // Weeks that hold a change of the clock are the interesting ones; most of them begin shortly before one.
            Instant from = Instant.parse("2010-01-01T00:00:00Z").plus(Duration.ofDays(day));
            var transition = zone.getRules().nextTransition(from);
            Instant begin = transition == null || day % 4 == 0
                    ? from
                    : transition.getInstant().minus(Duration.ofHours(day % 50));
            return new Week(new WorkingWeek(zone, rows), length, begin, begin.plus(Duration.ofDays(4)));
        });
    }

    /** On each of the days one shift in the first half of the day and one in the second, in steps of five minutes. */
    private static List<OpenHours> splitShifts(Set<Weekday> days, int begin, int end, int pause) {
        int from = Math.min(begin, end - 1) * 5;
        int to = Math.max(begin + 1, end) * 5;
        return days.stream()
                .flatMap(day -> Arrays.stream(new OpenHours[] {
                    new OpenHours(day, from, to), new OpenHours(day, Math.min(to + pause * 30, 1435), 1440)
                }))
                .toList();
    }

    private static List<Instant> minutes(Instant from, Instant to) {
        List<Instant> moments = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            moments.add(at);
        }
        return moments;
    }

    private static List<Slot> slots(ZoneId zone, String day, OpenHours... hours) {
        ZonedDateTime noon = ZonedDateTime.parse(day + "T12:00:00Z");
        return new WorkingWeek(zone, List.of(hours))
                .slots(
                        HALF_HOUR,
                        noon.minusDays(2).toInstant(),
                        noon.plusDays(2).toInstant());
    }

    private static OpenHours hours(Weekday day, int from, int to) {
        return new OpenHours(day, from, to);
    }

    private static Slot slot(String start, String end) {
        return new Slot(Instant.parse(start), Instant.parse(end));
    }

    record Week(WorkingWeek week, Duration length, Instant from, Instant to) {

        List<Slot> slots() {
            return week.slots(length, from, to);
        }

        /** Said anew, without the code under test: what does the clock on the wall show? */
        boolean isOpen(Instant at) {
            ZonedDateTime wall = at.atZone(week.zone());
            LocalTime time = wall.toLocalTime();
            int minute = time.getHour() * 60 + time.getMinute();
            return week.hours().stream()
                    .anyMatch(row -> row.day().iso() == wall.getDayOfWeek()
                            && row.fromMinute() <= minute
                            && minute < row.toMinute());
        }
    }
}

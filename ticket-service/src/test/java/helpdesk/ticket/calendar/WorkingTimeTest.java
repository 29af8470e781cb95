package helpdesk.ticket.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Business time by example: the cases that are easily got wrong. */
class WorkingTimeTest {

    private static final String BERLIN = "Europe/Berlin";
    private static final List<DayOfWeek> EVERY_DAY = Arrays.asList(DayOfWeek.values());
    private static final List<DayOfWeek> WEEKDAYS = EVERY_DAY.subList(0, 5);
    private static final WeekHours OFFICE = WeekHours.on(WEEKDAYS, List.of(new Shift("09:00", "17:00")));
    private static final WeekHours NIGHTS = WeekHours.on(EVERY_DAY, List.of(new Shift("22:00", "06:00")));

    private final WorkingTime office = time(OFFICE);

    @Test
    void what_begins_on_friday_evening_goes_on_on_monday() {
        assertThat(office.after(berlin("2026-02-27T16:00"), Duration.ofHours(2)))
                .hasValue(berlin("2026-03-02T10:00"));
    }

    @Test
    void time_is_up_at_the_end_of_a_shift_and_not_when_the_next_begins() {
        assertThat(office.after(berlin("2026-02-27T09:00"), Duration.ofHours(8)))
                .hasValue(berlin("2026-02-27T17:00"));
        assertThat(office.after(berlin("2026-02-28T12:00"), Duration.ZERO)).hasValue(berlin("2026-02-28T12:00"));
    }

    @Test
    void between_split_shifts_nothing_counts() {
        WorkingTime split =
                time(WeekHours.on(WEEKDAYS, List.of(new Shift("13:30", "18:00"), new Shift("09:00", "12:30"))));

        assertThat(split.between(berlin("2026-03-02T12:00"), berlin("2026-03-02T14:00")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(split.periods(berlin("2026-03-02T00:00"), berlin("2026-03-03T00:00")))
                .containsExactly(
                        period("2026-03-02T09:00", "2026-03-02T12:30"), period("2026-03-02T13:30", "2026-03-02T18:00"));
    }

    @Test
    void shifts_that_overlap_count_once() {
        WorkingTime both =
                time(WeekHours.on(WEEKDAYS, List.of(new Shift("09:00", "15:00"), new Shift("12:00", "18:00"))));

        assertThat(both.between(berlin("2026-03-02T00:00"), berlin("2026-03-03T00:00")))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void a_night_shift_has_seven_hours_when_summer_time_begins_and_nine_when_it_ends() {
        WorkingTime nights = time(NIGHTS);

        assertThat(nights.between(berlin("2026-03-28T12:00"), berlin("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.between(berlin("2026-10-24T12:00"), berlin("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(9));
        assertThat(nights.after(berlin("2026-03-28T22:00"), Duration.ofHours(7)))
                .hasValue(berlin("2026-03-29T06:00"));
    }

    @Test
    void an_hour_that_the_wall_leaves_out_never_counts_and_one_that_it_shows_twice_counts_twice() {
        WorkingTime early = time(WeekHours.on(EVERY_DAY, List.of(new Shift("02:00", "02:30"))));

        assertThat(early.between(berlin("2026-03-29T00:00"), berlin("2026-03-30T00:00")))
                .isZero();
        assertThat(early.between(berlin("2026-10-25T00:00"), berlin("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(early.periods(berlin("2026-10-25T00:00"), berlin("2026-10-26T00:00")))
                .containsExactly(
                        new Period(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T00:30:00Z")),
                        new Period(Instant.parse("2026-10-25T01:00:00Z"), Instant.parse("2026-10-25T01:30:00Z")));
    }

    @Test
    void on_holidays_of_the_region_nobody_is_there() {
        WorkingTime bavaria = new WorkingTime(ZoneId.of(BERLIN), OFFICE, List.of(), new HolidayRegion("DE", "by"));

        // Epiphany is a holiday in Bavaria and not in all of Germany.
        assertThat(bavaria.between(berlin("2026-01-06T00:00"), berlin("2026-01-07T00:00")))
                .isZero();
        assertThat(bavaria.exception(LocalDate.parse("2026-01-06"))).hasValue("Epiphany");
        WorkingTime germany = new WorkingTime(ZoneId.of(BERLIN), OFFICE, List.of(), new HolidayRegion("DE", null));
        assertThat(germany.between(berlin("2026-01-06T00:00"), berlin("2026-01-07T00:00")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(germany.between(berlin("2026-12-25T00:00"), berlin("2026-12-26T00:00")))
                .isZero();
    }

    @Test
    void a_holiday_and_the_day_on_which_it_is_kept_instead_are_both_free() {
        WeekHours always = WeekHours.on(EVERY_DAY, List.of(new Shift("09:00", "17:00")));
        WorkingTime america =
                new WorkingTime(ZoneId.of("America/New_York"), always, List.of(), new HolidayRegion("US", null));

        // Independence Day 2026 is a Saturday; New Year 2028 is one, too, and is kept in the year before.
        assertThat(america.exception(LocalDate.parse("2026-07-03"))).isPresent();
        assertThat(america.exception(LocalDate.parse("2026-07-04"))).isPresent();
        assertThat(america.exception(LocalDate.parse("2027-12-31"))).isPresent();
        assertThat(america.exception(LocalDate.parse("2028-01-01"))).isPresent();
        assertThat(america.exception(LocalDate.parse("2026-07-05"))).isEmpty();
    }

    @Test
    void the_night_before_a_holiday_still_works_into_it() {
        WorkingTime nights = new WorkingTime(ZoneId.of(BERLIN), NIGHTS, List.of(), new HolidayRegion("DE", null));

        assertThat(nights.periods(berlin("2026-12-24T12:00"), berlin("2026-12-25T23:59")))
                .containsExactly(period("2026-12-24T22:00", "2026-12-25T06:00"));
    }

    @Test
    void a_special_day_comes_before_holiday_and_weekday() {
        List<SpecialDay> days = List.of(
                new SpecialDay(
                        LocalDate.parse("2026-12-25"), "Open for the feast", List.of(new Shift("10:00", "12:00"))),
                new SpecialDay(LocalDate.parse("2026-12-28"), "Stocktaking", List.of()));
        WorkingTime time = new WorkingTime(ZoneId.of(BERLIN), OFFICE, days, new HolidayRegion("DE", null));

        assertThat(time.between(berlin("2026-12-25T00:00"), berlin("2026-12-26T00:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(time.between(berlin("2026-12-28T00:00"), berlin("2026-12-29T00:00")))
                .isZero();
        assertThat(time.exception(LocalDate.parse("2026-12-28"))).hasValue("Stocktaking");
    }

    @Test
    void a_holiday_longer_than_the_target_only_moves_the_end() {
        List<SpecialDay> closed = LocalDate.parse("2026-08-03")
                .datesUntil(LocalDate.parse("2026-08-29"))
                .map(day -> new SpecialDay(day, "Works holiday", List.of()))
                .toList();
        WorkingTime time = new WorkingTime(ZoneId.of(BERLIN), OFFICE, closed, null);

        assertThat(time.after(berlin("2026-07-31T16:30"), Duration.ofHours(1))).hasValue(berlin("2026-08-31T09:30"));
    }

    @Test
    void a_day_that_a_zone_left_out_is_no_day() {
        WorkingTime samoa = new WorkingTime(
                ZoneId.of("Pacific/Apia"),
                WeekHours.on(EVERY_DAY, List.of(new Shift("09:00", "17:00"))),
                List.of(),
                null);

        assertThat(samoa.between(Instant.parse("2011-12-29T10:00:00Z"), Instant.parse("2012-01-01T10:00:00Z")))
                .isEqualTo(Duration.ofHours(8 * 3));
    }

    @Test
    void what_takes_more_than_ten_years_has_no_end() {
        WorkingTime moment = time(WeekHours.on(List.of(DayOfWeek.MONDAY), List.of(new Shift("09:00", "09:01"))));

        assertThat(moment.after(berlin("2026-03-02T00:00"), Duration.ofHours(8)))
                .hasValue(berlin("2035-05-07T09:01"));
        assertThat(moment.after(berlin("2026-03-02T00:00"), Duration.ofHours(10)))
                .isEmpty();
    }

    private static WorkingTime time(WeekHours week) {
        return new WorkingTime(ZoneId.of(BERLIN), week, List.of(), null);
    }

    private static Period period(String from, String to) {
        return new Period(berlin(from), berlin(to));
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(BERLIN)).toInstant();
    }
}

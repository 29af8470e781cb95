package helpdesk.customer.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private static final LocalDate LEAP = LocalDate.parse("2024-02-29");

    @Test
    void who_was_born_on_the_29th_of_february_is_greeted_on_the_28th_in_other_years() {
        Recurrence birthday = new Recurrence(LEAP, true, false);
        assertThat(birthday.from(LocalDate.parse("2025-01-01"), 0)).contains(LocalDate.parse("2025-02-28"));
        assertThat(birthday.from(LocalDate.parse("2025-03-01"), 0)).contains(LocalDate.parse("2026-02-28"));
        assertThat(birthday.from(LocalDate.parse("2027-03-01"), 0)).contains(LocalDate.parse("2028-02-29"));
        assertThat(birthday.latestUntil(LocalDate.parse("2028-02-28"))).contains(LocalDate.parse("2027-02-28"));
        assertThat(birthday.latestUntil(LocalDate.parse("2028-02-29"))).contains(LocalDate.parse("2028-02-29"));
    }

    @Test
    void an_anniversary_begins_a_year_later() {
        Recurrence anniversary = new Recurrence(LocalDate.parse("2026-05-01"), true, true);
        assertThat(anniversary.from(LocalDate.parse("2026-04-01"), 0)).contains(LocalDate.parse("2027-05-01"));
        assertThat(anniversary.latestUntil(LocalDate.parse("2026-12-31"))).isEmpty();
        assertThat(anniversary.latestUntil(LocalDate.parse("2027-04-30"))).isEmpty();
        assertThat(anniversary.latestUntil(LocalDate.parse("2027-05-01"))).contains(LocalDate.parse("2027-05-01"));
    }

    @Test
    void what_was_told_this_year_comes_next_year() {
        Recurrence day = new Recurrence(LocalDate.parse("2020-05-01"), true, false);
        assertThat(day.from(LocalDate.parse("2026-05-01"), 2026)).contains(LocalDate.parse("2027-05-01"));
        // A day that lies ahead is not yet there.
        Recurrence ahead = new Recurrence(LocalDate.parse("2030-05-01"), true, false);
        assertThat(ahead.from(LocalDate.parse("2026-01-01"), 0)).contains(LocalDate.parse("2030-05-01"));
        assertThat(ahead.latestUntil(LocalDate.parse("2029-12-31"))).isEmpty();
    }

    @Test
    void a_single_day_does_not_come_again() {
        Recurrence day = new Recurrence(LocalDate.parse("2026-05-01"), false, false);
        assertThat(day.from(LocalDate.parse("2026-05-01"), 0)).contains(LocalDate.parse("2026-05-01"));
        assertThat(day.from(LocalDate.parse("2026-05-02"), 0)).isEmpty();
        assertThat(day.from(LocalDate.parse("2026-01-01"), 2026)).isEmpty();
        assertThat(day.latestUntil(LocalDate.parse("2026-04-30"))).isEmpty();
    }

    @Property
    void each_year_has_one_day_and_no_day_is_passed_over(
            @ForAll @DateRange(min = "1900-01-01", max = "2026-12-31") LocalDate first,
            @ForAll @DateRange(min = "2000-01-01", max = "2040-12-31") LocalDate from) {
        Recurrence yearly = new Recurrence(first, true, false);
        LocalDate next = yearly.from(from, 0).orElseThrow();
        assertThat(next).isAfterOrEqualTo(from);
        assertThat(yearly.latestUntil(next)).contains(next);
        LocalDate afterwards = yearly.from(next, next.getYear()).orElseThrow();
        assertThat(afterwards.getYear()).isEqualTo(next.getYear() + 1);
        assertThat(yearly.latestUntil(afterwards.minusDays(1))).contains(next);
    }
}

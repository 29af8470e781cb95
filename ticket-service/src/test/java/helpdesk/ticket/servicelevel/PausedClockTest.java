package helpdesk.ticket.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.ticket.calendar.CalendarBody;
import helpdesk.ticket.calendar.Shift;
import helpdesk.ticket.calendar.SpecialDay;
import helpdesk.ticket.vocabulary.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A ticket that waits is never late, and nobody is late while nobody is there. */
class PausedClockTest {

    private static final Shift NIGHT = new Shift("22:00", "06:00");

    private static PolicyTerms within(CalendarBody calendar, Duration goal, Duration promise) {
        return RunningClock.terms(
                calendar, false, RunningClock.target(Metric.RESOLUTION, goal, promise, TimeKind.BUSINESS));
    }

    private static PolicyTerms hours(long goal, long promise) {
        return within(
                RunningClock.calendar("UTC", new Shift("00:00", "00:00")),
                Duration.ofHours(goal),
                Duration.ofHours(promise));
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    @Test
    void paused_for_months() {
        RunningClock running = new RunningClock(Metric.RESOLUTION, hours(2, 4), at("2026-01-05T08:00:00Z"));
        running.pause(at("2026-01-05T09:00:00Z"));

        assertThat(running.clock().state(at("2026-11-05T09:00:00Z"))).isEqualTo(ClockState.PAUSED);
        assertThat(running.clock().alarm(at("2026-11-05T09:00:00Z"))).isEmpty();
        assertThat(running.remaining(at("2026-11-05T09:00:00Z"))).isEqualTo(Duration.ofHours(3));
        running.resume(at("2026-11-05T09:00:00Z"));
        assertThat(running.clock().promiseAt()).isEqualTo(at("2026-11-05T12:00:00Z"));
    }

    @Test
    void reopened_after_a_pause_it_has_what_was_left() {
        RunningClock running = new RunningClock(Metric.RESOLUTION, hours(2, 4), at("2026-01-05T08:00:00Z"));
        running.pause(at("2026-01-05T11:59:00Z")).resume(at("2026-01-09T11:59:00Z"));

        assertThat(running.clock().state(at("2026-01-09T12:00:00Z"))).isEqualTo(ClockState.RUNNING);
        assertThat(running.clock().state(at("2026-01-09T12:00:01Z"))).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void a_policy_that_becomes_tighter_while_paused_makes_nothing_late() {
        RunningClock running = new RunningClock(Metric.RESOLUTION, hours(8, 10), at("2026-01-05T08:00:00Z"));
        running.pause(at("2026-01-05T13:00:00Z")).becomes(hours(1, 2), at("2026-01-06T00:00:00Z"));

        assertThat(running.clock().state(at("2026-03-01T00:00:00Z"))).isEqualTo(ClockState.PAUSED);
        assertThat(running.remaining(at("2026-03-01T00:00:00Z"))).isZero();
        running.resume(at("2026-03-01T00:00:00Z"));
        assertThat(running.clock().promiseAt()).isEqualTo(at("2026-03-01T00:00:00Z"));
        assertThat(running.clock().state(at("2026-03-01T00:00:00Z"))).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void a_policy_that_becomes_wider_while_paused_gives_more_time() {
        RunningClock running = new RunningClock(Metric.RESOLUTION, hours(2, 4), at("2026-01-05T08:00:00Z"));
        running.pause(at("2026-01-05T11:00:00Z"))
                .becomes(hours(8, 10), at("2026-01-06T00:00:00Z"))
                .resume(at("2026-01-07T08:00:00Z"));

        assertThat(running.clock().promiseAt()).isEqualTo(at("2026-01-07T15:00:00Z"));
    }

    @Test
    void a_holiday_longer_than_the_target() {
        List<SpecialDay> closed = LocalDate.of(2026, 12, 24)
                .datesUntil(LocalDate.of(2027, 1, 4))
                .map(day -> new SpecialDay(day, "Closed", List.of()))
                .toList();
        CalendarBody office = RunningClock.calendar("Europe/Berlin", new Shift("09:00", "17:00"));
        CalendarBody calendar = new CalendarBody("Office", office.timeZone(), office.week(), null, closed);
        RunningClock running = new RunningClock(
                Metric.RESOLUTION,
                within(calendar, Duration.ofHours(4), Duration.ofHours(6)),
                at("2026-12-23T15:00:00Z"));

        assertThat(running.clock().state(at("2027-01-04T07:59:00Z"))).isEqualTo(ClockState.RUNNING);
        assertThat(running.remaining(at("2026-12-30T12:00:00Z"))).isEqualTo(Duration.ofHours(5));
        assertThat(running.clock().promiseAt()).isEqualTo(at("2027-01-04T13:00:00Z"));
    }

    @Test
    void summer_time_begins_during_a_shift_past_midnight() {
        CalendarBody nights = RunningClock.calendar("Europe/Berlin", NIGHT);
        RunningClock running = new RunningClock(
                Metric.RESOLUTION,
                within(nights, Duration.ofHours(6), Duration.ofHours(7)),
                at("2026-03-28T21:00:00Z"));

        assertThat(running.clock().promiseAt()).as("the night has 7 hours").isEqualTo(at("2026-03-29T04:00:00Z"));
        running.pause(at("2026-03-29T00:30:00Z")).resume(at("2026-03-29T01:30:00Z"));
        assertThat(running.clock().promiseAt())
                .as("the hour goes on in the next night")
                .isEqualTo(at("2026-03-29T21:00:00Z"));
    }

    @Test
    void summer_time_ends_during_a_shift_past_midnight() {
        CalendarBody nights = RunningClock.calendar("Europe/Berlin", NIGHT);
        RunningClock running = new RunningClock(
                Metric.RESOLUTION,
                within(nights, Duration.ofHours(8), Duration.ofHours(9)),
                at("2026-10-24T20:00:00Z"));

        assertThat(running.clock().promiseAt()).as("the night has 9 hours").isEqualTo(at("2026-10-25T05:00:00Z"));
        running.pause(at("2026-10-25T00:30:00Z")).resume(at("2026-10-25T01:30:00Z"));
        assertThat(running.clock().promiseAt())
                .as("the hour goes on in the next night")
                .isEqualTo(at("2026-10-25T22:00:00Z"));
    }

    @Test
    void a_pause_outside_of_hours_takes_nothing_and_gives_nothing() {
        CalendarBody office = RunningClock.calendar("UTC", new Shift("09:00", "17:00"));
        RunningClock running = new RunningClock(
                Metric.RESOLUTION,
                within(office, Duration.ofHours(2), Duration.ofHours(3)),
                at("2026-01-05T15:00:00Z"));
        running.pause(at("2026-01-05T20:00:00Z")).resume(at("2026-01-06T03:00:00Z"));

        assertThat(running.clock().promiseAt()).isEqualTo(at("2026-01-06T10:00:00Z"));
    }

    @Test
    void on_hold_it_stands_still_where_the_policy_says_so() {
        PolicyTerms runs = RunningClock.standard();
        PolicyTerms stops = new PolicyTerms(
                UUID.randomUUID(),
                runs.writtenAt(),
                new PolicyPromises("Stops", true, runs.promises().targets()),
                runs.calendar(),
                runs.hours());
        Instant start = at("2026-01-05T08:00:00Z");
        Instant later = start.plus(Duration.ofDays(30));

        assertThat(new RunningClock(Metric.RESOLUTION, runs, start)
                        .waitsFor(Waiting.THIRD_PARTY, start.plusSeconds(60))
                        .clock()
                        .state(later))
                .isEqualTo(ClockState.BREACHED);
        assertThat(new RunningClock(Metric.RESOLUTION, stops, start)
                        .waitsFor(Waiting.THIRD_PARTY, start.plusSeconds(60))
                        .clock()
                        .state(later))
                .isEqualTo(ClockState.PAUSED);
        assertThat(new RunningClock(Metric.ACKNOWLEDGEMENT, stops, start)
                        .waitsFor(Waiting.THIRD_PARTY, start.plusSeconds(10))
                        .clock()
                        .state(later))
                .as("a greeting does not wait")
                .isEqualTo(ClockState.BREACHED);
    }

    @Test
    void what_has_passed_stays_whatever_is_promised_afterwards() {
        RunningClock running = new RunningClock(Metric.RESOLUTION, hours(2, 4), at("2026-01-05T08:00:00Z"));
        running.becomes(hours(80, 100), at("2026-01-05T13:00:00Z"));

        assertThat(running.clock().promiseAt()).isEqualTo(at("2026-01-05T12:00:00Z"));
        assertThat(running.clock().state(at("2026-01-05T13:00:00Z"))).isEqualTo(ClockState.BREACHED);
        assertThat(running.remaining(at("2026-01-05T13:30:00Z"))).isEqualTo(Duration.ofMinutes(-90));
    }

    @Test
    void what_becomes_urgent_is_due_at_once_at_the_earliest() {
        PolicyTerms terms = RunningClock.terms(
                RunningClock.calendar("UTC", NIGHT),
                false,
                RunningClock.target(Metric.RESOLUTION, Duration.ofHours(8), Duration.ofHours(10), TimeKind.CALENDAR),
                RunningClock.target(
                        Metric.RESOLUTION,
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        TimeKind.CALENDAR,
                        Priority.URGENT));
        RunningClock running = new RunningClock(Metric.RESOLUTION, terms, at("2026-01-05T08:00:00Z"));
        running.becomes(Priority.URGENT, at("2026-01-05T09:30:00Z"));
        assertThat(running.clock().goalAt()).isEqualTo(at("2026-01-05T09:30:00Z"));
        assertThat(running.clock().promiseAt()).isEqualTo(at("2026-01-05T10:00:00Z"));

        running.becomes(Priority.LOW, at("2026-01-05T09:45:00Z"));
        assertThat(running.clock().goalAt()).as("it had passed").isEqualTo(at("2026-01-05T09:30:00Z"));
        assertThat(running.clock().promiseAt()).isEqualTo(at("2026-01-05T18:00:00Z"));
    }

    @Test
    void where_nothing_is_promised_no_time_counts() {
        PolicyTerms nothing = RunningClock.terms(RunningClock.calendar("UTC", NIGHT), false);
        RunningClock running = new RunningClock(Metric.RESOLUTION, nothing, at("2026-01-05T08:00:00Z"));

        assertThat(running.clock().isPromised()).isFalse();
        assertThat(running.clock().alarm(at("2027-01-05T08:00:00Z"))).isEmpty();
        running.becomes(hours(2, 4), at("2026-01-06T08:00:00Z"));
        assertThat(running.clock().promiseAt()).isEqualTo(at("2026-01-06T12:00:00Z"));
    }
}

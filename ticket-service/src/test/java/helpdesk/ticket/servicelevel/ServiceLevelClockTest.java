package helpdesk.ticket.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServiceLevelClockTest {

    private static final Instant START = Instant.parse("2026-03-29T00:30:00Z");

    private final RunningClock running = RunningClock.standard(Metric.FIRST_REPLY, START);
    private final ServiceLevelClock clock = running.clock();

    private static Instant after(long hours) {
        return START.plus(Duration.ofHours(hours));
    }

    @Test
    void it_runs_from_its_start_towards_goal_and_promise() {
        assertThat(clock.goalAt()).isEqualTo(after(8));
        assertThat(clock.promiseAt()).isEqualTo(after(10));
        assertThat(clock.state(after(9))).isEqualTo(ClockState.RUNNING);
        assertThat(running.remaining(after(9))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void the_promise_itself_is_still_in_time() {
        assertThat(clock.state(after(10))).isEqualTo(ClockState.RUNNING);
        assertThat(clock.state(after(10).plusNanos(1_000))).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void a_pause_moves_goal_and_promise_by_its_length() {
        running.pause(after(1));
        running.resume(after(5));

        assertThat(clock.goalAt()).isEqualTo(after(12));
        assertThat(clock.promiseAt()).isEqualTo(after(14));
    }

    @Test
    void while_it_is_paused_the_same_is_left() {
        running.pause(after(4));

        assertThat(clock.state(after(400))).isEqualTo(ClockState.PAUSED);
        assertThat(running.remaining(after(400))).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void a_second_pause_does_not_begin_anew() {
        running.pause(after(1));
        running.pause(after(3));
        running.resume(after(5));

        assertThat(clock.promiseAt()).isEqualTo(after(14));
    }

    @Test
    void what_was_late_before_the_pause_stays_late() {
        running.pause(after(11));

        assertThat(clock.state(after(12))).isEqualTo(ClockState.BREACHED);
        running.resume(after(20));
        assertThat(clock.state(after(20))).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void it_is_met_within_the_promise() {
        running.meet(after(10));

        assertThat(clock.state(after(100))).isEqualTo(ClockState.MET);
        assertThat(running.remaining(after(100))).as("what was left then").isEqualTo(Duration.ZERO);
    }

    @Test
    void what_was_done_too_late_is_a_breach_for_ever() {
        running.meet(after(11));

        assertThat(clock.state(after(100))).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void what_is_done_in_a_pause_ends_it() {
        running.pause(after(1));
        running.meet(after(30));

        assertThat(clock.state(after(31))).isEqualTo(ClockState.MET);
        assertThat(clock.promiseAt()).isEqualTo(after(39));
    }

    @Test
    void a_clock_that_was_met_is_never_touched_again() {
        running.meet(after(2));
        running.pause(after(3));
        running.resume(after(5));
        running.meet(after(20));

        assertThat(clock.metAt()).isEqualTo(after(2));
        assertThat(clock.promiseAt()).isEqualTo(after(10));
    }

    @Test
    void an_acknowledgement_never_waits() {
        RunningClock acknowledgement = RunningClock.standard(Metric.ACKNOWLEDGEMENT, START);
        acknowledgement.pause(START.plusSeconds(10));

        assertThat(acknowledgement.clock().state(START.plusSeconds(41))).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void a_machine_clock_that_was_set_back_takes_no_time_away() {
        running.pause(after(2));
        running.resume(after(1));

        assertThat(clock.promiseAt()).isEqualTo(after(10));
    }

    @Test
    void it_warns_behind_its_goal_and_breaches_behind_its_promise() {
        assertThat(clock.alarm(after(8))).isEmpty();
        assertThat(clock.alarm(after(9))).get().extracting(ClockAlarm::isBreach).isEqualTo(false);
        assertThat(clock.alarm(after(9))).isEmpty();
        assertThat(clock.alarm(after(10))).isEmpty();
        assertThat(clock.alarm(after(11)))
                .get()
                .extracting(ClockAlarm::isBreach)
                .isEqualTo(true);
        assertThat(clock.alarm(after(12))).isEmpty();
    }

    @Test
    void a_breach_that_nobody_warned_of_needs_no_warning_any_more() {
        assertThat(clock.alarm(after(11))).get().extracting(ClockAlarm::dueAt).isEqualTo(after(10));
        assertThat(clock.alarm(after(11))).isEmpty();
    }

    @Test
    void a_paused_clock_tells_only_what_passed_before_the_pause() {
        running.pause(after(9));
        assertThat(clock.alarm(after(500))).isEmpty();

        RunningClock late = RunningClock.standard(Metric.FIRST_REPLY, START);
        late.pause(after(11));
        assertThat(late.clock().alarm(after(500)))
                .get()
                .extracting(ClockAlarm::isBreach)
                .isEqualTo(true);
    }

    @Test
    void what_was_met_in_time_tells_nothing_and_what_was_met_late_its_breach() {
        running.meet(after(9));
        assertThat(clock.alarm(after(500))).isEmpty();

        RunningClock late = RunningClock.standard(Metric.FIRST_REPLY, START);
        late.meet(after(11));
        assertThat(late.clock().alarm(after(11)))
                .get()
                .extracting(ClockAlarm::isBreach)
                .isEqualTo(true);
        assertThat(late.clock().alarm(after(12))).isEmpty();
    }
}

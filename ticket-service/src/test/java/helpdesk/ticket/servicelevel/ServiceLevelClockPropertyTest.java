package helpdesk.ticket.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ServiceLevelClockPropertyTest {

    private static final Instant START = Instant.parse("2026-10-25T00:00:00Z");

    /** What happens after some minutes. */
    record Step(boolean pause, int minutes) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.integers().between(0, 300))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }

    @Property
    void paused_time_never_counts(@ForAll Metric metric, @ForAll("steps") List<Step> steps) {
        RunningClock running = RunningClock.standard(metric, START);
        Duration promise = Duration.between(START, running.clock().promiseAt());
        Duration counted = Duration.ZERO;
        boolean paused = false;
        Instant now = START;
        for (Step step : steps) {
            counted = paused ? counted : counted.plusMinutes(step.minutes());
            now = take(running, step, now);
            paused = step.pause() && metric.pauses();
        }

        assertThat(running.remaining(now)).isEqualTo(promise.minus(counted));
        assertThat(running.counted(now)).isEqualTo(counted);
    }

    @Property
    void a_paused_clock_is_not_breached_unless_it_was_before(@ForAll("steps") List<Step> steps, @ForAll boolean late) {
        RunningClock running = RunningClock.standard(Metric.RESOLUTION, START);
        Instant now = START;
        for (Step step : steps) {
            now = take(running, step, now);
        }
        running.resume(now);
        Instant tooLate = running.clock().promiseAt().plusSeconds(1);
        if (late && tooLate.isAfter(now)) {
            now = tooLate;
        }
        ClockState before = running.clock().state(now);
        running.pause(now);

        ClockState muchLater = running.clock().state(now.plus(Duration.ofDays(1_000)));
        assertThat(muchLater).isEqualTo(before == ClockState.BREACHED ? ClockState.BREACHED : ClockState.PAUSED);
    }

    @Property
    void the_goal_is_never_later_than_the_promise(@ForAll Metric metric, @ForAll("steps") List<Step> steps) {
        RunningClock running = RunningClock.standard(metric, START);
        Instant now = START;
        for (Step step : steps) {
            now = take(running, step, now);

            assertThat(running.clock().goalAt()).isBefore(running.clock().promiseAt());
        }
    }

    @Property
    void once_met_nothing_changes_it(@ForAll("steps") List<Step> before, @ForAll("steps") List<Step> after) {
        RunningClock running = RunningClock.standard(Metric.NEXT_REPLY, START);
        Instant now = START;
        for (Step step : before) {
            now = take(running, step, now);
        }
        running.meet(now);
        ClockState met = running.clock().state(now);
        Instant promise = running.clock().promiseAt();
        for (Step step : after) {
            now = take(running, step, now);
        }

        assertThat(running.clock().state(now)).isEqualTo(met);
        assertThat(running.clock().promiseAt()).isEqualTo(promise);
    }

    private static Instant take(RunningClock running, Step step, Instant now) {
        Instant then = now.plus(Duration.ofMinutes(step.minutes()));
        if (step.pause()) {
            running.pause(then);
        } else {
            running.resume(then);
        }
        return then;
    }
}

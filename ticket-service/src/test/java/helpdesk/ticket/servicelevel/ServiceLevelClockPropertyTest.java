package helpdesk.ticket.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
        ServiceLevelClock clock = clock(metric);
        Duration counted = Duration.ZERO;
        boolean paused = false;
        Instant now = START;
        for (Step step : steps) {
            counted = paused ? counted : counted.plusMinutes(step.minutes());
            now = take(clock, step, now);
            paused = step.pause() && metric.pauses();
        }

        assertThat(clock.remaining(now))
                .isEqualTo(StandardPolicy.target(metric).promise().minus(counted));
    }

    @Property
    void a_paused_clock_is_not_breached_unless_it_was_before(@ForAll("steps") List<Step> steps, @ForAll boolean late) {
        ServiceLevelClock clock = clock(Metric.RESOLUTION);
        Instant now = START;
        for (Step step : steps) {
            now = take(clock, step, now);
        }
        clock.resume(now);
        Instant tooLate = clock.promiseAt().plusSeconds(1);
        if (late && tooLate.isAfter(now)) {
            now = tooLate;
        }
        ClockState before = clock.state(now);
        clock.pause(now);

        ClockState muchLater = clock.state(now.plus(Duration.ofDays(1_000)));
        assertThat(muchLater).isEqualTo(before == ClockState.BREACHED ? ClockState.BREACHED : ClockState.PAUSED);
    }

    @Property
    void the_goal_is_never_later_than_the_promise_and_both_keep_their_distance(
            @ForAll Metric metric, @ForAll("steps") List<Step> steps) {
        ServiceLevelClock clock = clock(metric);
        Target target = StandardPolicy.target(metric);
        Instant now = START;
        for (Step step : steps) {
            now = take(clock, step, now);

            assertThat(Duration.between(clock.goalAt(), clock.promiseAt()))
                    .isEqualTo(target.promise().minus(target.goal()));
        }
    }

    @Property
    void once_met_nothing_changes_it(@ForAll("steps") List<Step> before, @ForAll("steps") List<Step> after) {
        ServiceLevelClock clock = clock(Metric.NEXT_REPLY);
        Instant now = START;
        for (Step step : before) {
            now = take(clock, step, now);
        }
        clock.meet(now, false);
        ClockState met = clock.state(now);
        Instant promise = clock.promiseAt();
        for (Step step : after) {
            now = take(clock, step, now);
        }

        assertThat(clock.state(now)).isEqualTo(met);
        assertThat(clock.promiseAt()).isEqualTo(promise);
    }

    private static Instant take(ServiceLevelClock clock, Step step, Instant now) {
        Instant then = now.plus(Duration.ofMinutes(step.minutes()));
        if (step.pause()) {
            clock.pause(then);
        } else {
            clock.resume(then);
        }
        return then;
    }

    private static ServiceLevelClock clock(Metric metric) {
        return new ServiceLevelClock(UUID.randomUUID(), UUID.randomUUID(), metric, 1, START);
    }
}

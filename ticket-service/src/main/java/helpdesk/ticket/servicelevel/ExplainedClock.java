package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.calendar.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A clock, and how it came to stand where it stands.
 *
 * @param automatic whether no person stopped it
 * @param goalSeconds what the policy gives the team last, of the time that counts
 * @param promiseSeconds what the policy promises the customer last, of the time that counts
 * @param countedSeconds how much time has counted in all
 * @param uncountedSeconds how much has passed without counting
 * @param remainingSeconds of the time that counts, until the promise; negative when late
 * @param intervals in order, at most 1,000
 * @param continuesAt where intervals go on that this answer has not; ask again with it as {@code from}
 */
@Schema(name = "ExplainedClock")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplainedClock(
        Metric metric,
        int cycle,
        ClockState state,
        Instant startedAt,
        Instant metAt,
        Boolean automatic,
        Long goalSeconds,
        Long promiseSeconds,
        TimeKind time,
        Instant goalAt,
        Instant promiseAt,
        long countedSeconds,
        long uncountedSeconds,
        Long remainingSeconds,
        List<ExplainedInterval> intervals,
        Instant continuesAt) {

    private static final int MOST = 1_000;

    /**
     * Explains a clock.
     *
     * @param spans how it ran, up to the moment at least
     * @param at the moment that is spoken of
     * @param window of the intervals
     */
    static ExplainedClock of(
            ServiceLevelClock clock, List<ClockSpan> spans, Instant at, Period window, Revisions revisions) {
        List<ClockSpan> run =
                spans.stream().filter(span -> !span.from().isAfter(at)).toList();
        ClockCourse course = new ClockCourse(run, revisions);
        boolean isMet = clock.metAt() != null && !clock.metAt().isAfter(at);
        Instant end = isMet ? clock.metAt() : at;
        ClockSpan last = run.getLast();
        CountedSpans counting = new CountedSpans(run, revisions);
        Duration counted = counting.counted(clock.startedAt(), end);
        List<ExplainedInterval> all = new ClockStory(run, revisions, clock.policy())
                .between(window.from(), window.to().isBefore(end) ? window.to() : end);
        return new ExplainedClock(
                clock.metric(),
                clock.cycle(),
                state(course, last, end, isMet),
                clock.startedAt(),
                isMet ? end : null,
                isMet ? clock.isAutomatic() : null,
                last.target() == null ? null : last.target().goalSeconds(),
                last.target() == null ? null : last.target().promiseSeconds(),
                last.target() == null ? null : last.target().time(),
                course.goalAt(),
                course.promiseAt(),
                counted.toSeconds(),
                Duration.between(clock.startedAt(), end).minus(counted).toSeconds(),
                course.promiseAt() == null
                        ? null
                        : counting.remaining(course.promiseAt(), end).toSeconds(),
                all.size() > MOST ? all.subList(0, MOST) : all,
                all.size() > MOST ? all.get(MOST).from() : null);
    }

    private static ClockState state(ClockCourse course, ClockSpan last, Instant end, boolean isMet) {
        Instant read = last.counts() ? end : last.from();
        if (course.promiseAt() != null && read.isAfter(course.promiseAt())) {
            return ClockState.BREACHED;
        }
        if (isMet) {
            return ClockState.MET;
        }
        return last.counts() ? ClockState.RUNNING : ClockState.PAUSED;
    }
}

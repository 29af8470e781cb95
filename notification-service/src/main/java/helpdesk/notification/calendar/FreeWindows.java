package helpdesk.notification.calendar;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** When agents have time. */
@ApplicationScoped
public class FreeWindows {

    private static final Duration LOOKED_AROUND = Duration.ofDays(14);
    private static final int ALTERNATIVES = 3;
    private static final long QUARTER = 900;

    private final AgentCalendars calendars;
    private final AgentTimes times;
    private final Clock clock;

    FreeWindows(AgentCalendars calendars, AgentTimes times, Clock clock) {
        this.calendars = calendars;
        this.times = times;
        this.clock = clock;
    }

    /** Windows of this length in the agent's hours, that begin at or after {@code from} and before {@code to}. */
    List<Window> between(AgentCalendar calendar, Instant from, Instant to, Duration length) {
        Instant end = to.plus(length);
        return free(calendar.id(), Optional.of(calendar), new Window(from, end)).windows(length).stream()
                .filter(window ->
                        !window.start().isBefore(from) && window.start().isBefore(to))
                .toList();
    }

    /** The agent's free time in the hours that touch the window. Who has no calendar has time around the clock. */
    FreeTime free(UUID agent, Optional<AgentCalendar> calendar, Window window) {
        List<Window> open =
                calendar.map(known -> known.open(window.start(), window.end())).orElse(List.of(window));
        Instant from = open.stream().map(Window::start).reduce(window.start(), Window::earlier);
        Instant to = open.stream().map(Window::end).reduce(window.end(), Window::later);
        List<Window> away = calendar.map(known -> known.away(from, to)).orElse(List.of());
        List<Window> taken = times.taken(agent, from, to).stream()
                .map(AgentTimes.Taken::window)
                .toList();
        return FreeTime.of(open, Stream.concat(away.stream(), taken.stream()).toList());
    }

    /** The problem that the agent has no time then, with the nearest windows in which there is time. */
    public Problem busy(UUID agent, Window wanted) {
        return NotificationProblem.AGENT_BUSY
                .at(
                        "/windowStart",
                        "The agent has something else in this window, or is away. Choose another, for example an"
                                + " alternative.")
                .member("alternatives", nearest(agent, wanted));
    }

    private List<Window> nearest(UUID agent, Window wanted) {
        Instant now = clock.instant();
        Instant soonest = Instant.ofEpochSecond(Math.ceilDiv(now.getEpochSecond() + 1, QUARTER) * QUARTER);
        Instant latest = now.plus(WindowRules.HORIZON);
        Window around = new Window(
                Window.later(wanted.start().minus(LOOKED_AROUND), soonest),
                Window.earlier(wanted.end().plus(LOOKED_AROUND), latest));
        if (!around.start().isBefore(around.end())) {
            return List.of();
        }
        List<Window> free = free(agent, calendars.findByIdOptional(agent), around).stretches().stream()
                .filter(around::overlaps)
                .map(stretch -> stretch.within(around))
                .toList();
        return new FreeTime(free).nearest(wanted, ALTERNATIVES);
    }
}

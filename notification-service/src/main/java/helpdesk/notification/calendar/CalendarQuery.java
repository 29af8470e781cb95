package helpdesk.notification.calendar;

import helpdesk.notification.QueryParameter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what is in agents' calendars. */
@ApplicationScoped
@Transactional
class CalendarQuery {

    private static final Duration USUAL_SPAN = Duration.ofDays(7);
    private static final Duration LONGEST_SPAN = Duration.ofDays(31);

    private final AgentCalendars calendars;
    private final AgentTimes times;
    private final FreeWindows freeWindows;
    private final Clock clock;

    CalendarQuery(AgentCalendars calendars, AgentTimes times, FreeWindows freeWindows, Clock clock) {
        this.calendars = calendars;
        this.times = times;
        this.freeWindows = freeWindows;
        this.clock = clock;
    }

    /** What the agent's time is between the moments, busy and free, in order. Without a calendar nothing is known to be free. */
    List<CalendarEntryView> entries(UUID agent, QueryParameter from, QueryParameter to) {
        Window asked = span(from, to);
        Optional<AgentCalendar> calendar = calendars.findByIdOptional(agent);
        Stream<CalendarEntryView> taken =
                times.taken(agent, asked.start(), asked.end()).stream().map(CalendarEntryView::of);
        Stream<CalendarEntryView> away = calendar.stream()
                .flatMap(known -> known.away(asked.start(), asked.end()).stream()
                        .map(window -> CalendarEntryView.of(window, EntryKind.ABSENCE)));
        Stream<CalendarEntryView> free = calendar.stream()
                .flatMap(known -> freeWindows.free(agent, calendar, asked).stretches().stream()
                        .filter(asked::overlaps)
                        .map(window -> CalendarEntryView.of(window.within(asked), EntryKind.FREE)));
        return Stream.of(taken, away, free)
                .flatMap(entries -> entries)
                .sorted(Comparator.comparing(CalendarEntryView::start).thenComparing(CalendarEntryView::kind))
                .toList();
    }

    /**
     * Windows of so many minutes in which the agent has time.
     *
     * @throws helpdesk.platform.problem.Problem {@code agent-calendar-not-found}
     */
    List<Window> slots(QueryParameter agentId, QueryParameter from, QueryParameter to, QueryParameter minutes) {
        UUID agent = agentId.uuid().orElseThrow(() -> agentId.invalid("Write whose time it is about."));
        Duration length = length(minutes);
        Window asked = span(from, to);
        AgentCalendar calendar = calendars.findByIdOptional(agent).orElseThrow(AgentCalendarService::notFound);
        Instant now = clock.instant();
        Instant first = Window.later(asked.start(), now);
        Instant last = Window.earlier(asked.end(), now.plus(WindowRules.HORIZON));
        return first.isBefore(last) ? freeWindows.between(calendar, first, last, length) : List.of();
    }

    private Window span(QueryParameter from, QueryParameter to) {
        Instant start = from.instant().orElseGet(clock::instant);
        Instant end = to.instant().orElseGet(() -> start.plus(USUAL_SPAN));
        if (!start.isBefore(end)) {
            throw to.invalid("Write a time after the beginning of the span.");
        }
        if (Duration.between(start, end).compareTo(LONGEST_SPAN) > 0) {
            throw to.invalid("Ask for at most 31 days at once.");
        }
        return new Window(start, end);
    }

    private static Duration length(QueryParameter minutes) {
        String text = minutes.value().orElse("60");
        if (text.matches("\\d{1,3}")) {
            Duration length = Duration.ofMinutes(Integer.parseInt(text));
            if (length.compareTo(WindowRules.SHORTEST) >= 0 && length.compareTo(WindowRules.LONGEST) <= 0) {
                return length;
            }
        }
        throw minutes.invalid("Write how long a window lasts in minutes, from 15 to 720.");
    }
}

package helpdesk.notification.calendar;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;

/** Reads and changes agents' calendars. */
@ApplicationScoped
@Transactional
class AgentCalendarService {

    private final AgentCalendars calendars;
    private final CalendarAccess access;
    private final Clock clock;

    AgentCalendarService(AgentCalendars calendars, CalendarAccess access, Clock clock) {
        this.calendars = calendars;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The agent's calendar.
     *
     * @throws Problem {@code agent-calendar-not-found}, also for an agent who asks for another's
     */
    AgentCalendarView read(UUID agent) {
        access.require(agent);
        return AgentCalendarView.of(calendars.findByIdOptional(agent).orElseThrow(() -> notFound()));
    }

    /**
     * Makes the agent's first calendar.
     *
     * @throws Problem {@code agent-calendar-not-found}, or {@code precondition-failed} when the agent has one
     */
    AgentCalendarView create(UUID agent, PutAgentCalendar body) {
        access.require(agent);
        if (calendars.findByIdOptional(agent).isPresent()) {
            throw PlatformProblem.PRECONDITION_FAILED.at(
                    "header:If-None-Match",
                    "The agent has a calendar. Read it, and send its ETag as If-Match to replace it.");
        }
        AgentCalendar calendar =
                new AgentCalendar(agent, ZoneId.of(body.timeZone()), body.openHours(), body.away(), clock.instant());
        calendars.persistAndFlush(calendar);
        return AgentCalendarView.of(calendar);
    }

    /**
     * Replaces the agent's calendar.
     *
     * @throws Problem {@code agent-calendar-not-found}, or {@code precondition-failed} when it is at
     *     another version
     */
    AgentCalendarView replace(UUID agent, IfMatch seen, PutAgentCalendar body) {
        access.require(agent);
        AgentCalendar calendar = calendars.findByIdOptional(agent).orElseThrow(() -> notFound());
        seen.require(calendar.version());
        calendar.change(ZoneId.of(body.timeZone()), body.openHours(), body.away(), clock.instant());
        calendars.flush();
        return AgentCalendarView.of(calendar);
    }

    static Problem notFound() {
        return NotificationProblem.AGENT_CALENDAR_NOT_FOUND.problem(
                "Check the agent's id. The agent or a supervisor can make a calendar: PUT it with If-None-Match: *.");
    }
}

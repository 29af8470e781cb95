package helpdesk.notification.calendar;

import helpdesk.notification.capacity.HoursBody;
import helpdesk.notification.capacity.OpenHours;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** An agent's calendar as the API shows it. */
public record AgentCalendarView(
        UUID agentId,
        String timeZone,
        List<HoursBody> hours,
        List<AbsenceBody> absences,
        Instant updatedAt,
        long version) {

    static AgentCalendarView of(AgentCalendar calendar) {
        return new AgentCalendarView(
                calendar.id(),
                calendar.timeZone(),
                calendar.hours().stream()
                        .sorted(Comparator.comparing(OpenHours::day).thenComparing(OpenHours::fromMinute))
                        .map(HoursBody::of)
                        .toList(),
                calendar.absences().stream()
                        .sorted(Comparator.comparing(Absence::startsAt))
                        .map(AbsenceBody::of)
                        .toList(),
                calendar.updatedAt(),
                calendar.version());
    }
}

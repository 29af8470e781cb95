package helpdesk.notification.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A stretch of an agent's time as the API shows it.
 *
 * @param appointmentId of an appointment, else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarEntryView(Instant start, Instant end, EntryKind kind, UUID appointmentId) {

    static CalendarEntryView of(Window window, EntryKind kind) {
        return new CalendarEntryView(window.start(), window.end(), kind, null);
    }

    static CalendarEntryView of(AgentTimes.Taken taken) {
        return taken.heldUntil() == null
                ? new CalendarEntryView(taken.window().start(), taken.window().end(), EntryKind.APPOINTMENT, taken.id())
                : of(taken.window(), EntryKind.HOLD);
    }
}

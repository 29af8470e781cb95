package helpdesk.notification.appointment;

import helpdesk.notification.calendar.AgentTimes;
import helpdesk.notification.calendar.FreeWindows;
import helpdesk.notification.calendar.Window;
import helpdesk.notification.calendar.WindowRules;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What an appointment takes of an agent's time, and when the customer is reminded of it. */
@ApplicationScoped
class AppointmentSchedule {

    private final AgentTimes times;
    private final FreeWindows freeWindows;
    private final WindowRules rules;
    private final AppointmentReminders reminders;

    AppointmentSchedule(AgentTimes times, FreeWindows freeWindows, WindowRules rules, AppointmentReminders reminders) {
        this.times = times;
        this.freeWindows = freeWindows;
        this.rules = rules;
        this.reminders = reminders;
    }

    /** As {@link WindowRules#require}. */
    Window require(Instant windowStart, Instant windowEnd) {
        return rules.require(windowStart, windowEnd);
    }

    /** Takes the agent's time: what is held for it, else what is free. */
    Window take(UUID id, BookAppointment wanted) {
        Window window = rules.require(wanted.windowStart(), wanted.windowEnd());
        UUID hold = wanted.holdId();
        if (hold != null) {
            if (times.confirm(hold, id, wanted.agentId(), window)) {
                return window;
            }
            if (times.hold(hold).isPresent()) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        "/holdId", "Something else is held by it. Write its agent and its window.");
            }
        }
        if (!times.book(id, wanted.agentId(), window)) {
            throw freeWindows.busy(wanted.agentId(), window);
        }
        return window;
    }

    /** Takes other time instead of what was taken. */
    void retake(UUID id, UUID agent, Window window) {
        times.release(id);
        if (!times.book(id, agent, window)) {
            throw freeWindows.busy(agent, window);
        }
    }

    void planReminders(Appointment appointment) {
        reminders.plan(appointment.id(), appointment.window().start());
    }

    void dropReminders(UUID id) {
        reminders.drop(id);
    }

    /** Gives the time back, and reminds nobody. */
    void free(UUID id) {
        times.release(id);
        reminders.drop(id);
    }
}

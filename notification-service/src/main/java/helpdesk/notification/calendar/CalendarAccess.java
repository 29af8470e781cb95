package helpdesk.notification.calendar;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Whose calendars the caller may read in full and change: agents their own, those who lead them all. */
@ApplicationScoped
public class CalendarAccess {

    private final CurrentActor caller;

    CalendarAccess(CurrentActor caller) {
        this.caller = caller;
    }

    /**
     * Lets agents at their own calendars only.
     *
     * @throws helpdesk.platform.problem.Problem {@code agent-calendar-not-found}, as when there is none
     */
    public void require(UUID agent) {
        boolean leads = caller.has(Roles.ADMIN) || caller.has(Roles.SUPERVISOR);
        if (!leads && !agent.equals(caller.accountId())) {
            throw NotificationProblem.AGENT_CALENDAR_NOT_FOUND.problem(
                    "Check the agent's id. Agents see and change their own calendar; ask a supervisor for another's.");
        }
    }

    /** Who calls, as text. */
    public String actor() {
        return caller.get().toString();
    }
}

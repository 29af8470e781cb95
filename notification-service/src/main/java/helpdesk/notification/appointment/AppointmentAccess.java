package helpdesk.notification.appointment;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** Which appointments the caller may see and change: staff all of them, integrations those that they booked. */
@ApplicationScoped
class AppointmentAccess {

    private final CurrentActor caller;

    AppointmentAccess(CurrentActor caller) {
        this.caller = caller;
    }

    /**
     * The appointment, when the caller may see it.
     *
     * @throws helpdesk.platform.problem.Problem {@code appointment-not-found}, also when the caller may not see it
     */
    Appointment require(Optional<Appointment> found) {
        return found.filter(appointment -> isStaff() || appointment.bookedBy().equals(actor()))
                .orElseThrow(() -> NotificationProblem.APPOINTMENT_NOT_FOUND.problem(
                        "Check the id. Who is not on the staff sees only what they booked themselves."));
    }

    /** Who calls, as text. */
    String actor() {
        return caller.get().toString();
    }

    private boolean isStaff() {
        return Stream.of(Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT).anyMatch(caller::has);
    }
}

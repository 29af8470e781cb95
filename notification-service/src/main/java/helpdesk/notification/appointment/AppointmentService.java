package helpdesk.notification.appointment;

import helpdesk.notification.NotificationProblem;
import helpdesk.notification.calendar.Window;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Books, changes, moves and ends appointments. */
@ApplicationScoped
@Transactional
class AppointmentService {

    /** What comes of an appointment is not known earlier before its window. */
    private static final Duration EARLY = Duration.ofHours(1);

    private final AppointmentRepository appointments;
    private final AppointmentAccess access;
    private final AppointmentSchedule schedule;
    private final AppointmentMessages messages;
    private final ErasedSubjects erasedSubjects;
    private final Successions successions;
    private final Patcher patcher;
    private final Outbox outbox;
    private final Clock clock;

    AppointmentService(
            AppointmentRepository appointments,
            AppointmentAccess access,
            AppointmentSchedule schedule,
            AppointmentMessages messages,
            ErasedSubjects erasedSubjects,
            Successions successions,
            Patcher patcher,
            Outbox outbox,
            Clock clock) {
        this.appointments = appointments;
        this.access = access;
        this.schedule = schedule;
        this.messages = messages;
        this.erasedSubjects = erasedSubjects;
        this.successions = successions;
        this.patcher = patcher;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes the agent's time and confirms it to the customer.
     *
     * @throws helpdesk.platform.problem.Problem {@code unknown-customer} or {@code unknown-ticket} of those who were
     *     forgotten, {@code invalid-request} for a window that cannot be booked, or {@code agent-busy} with the nearest free
     *     windows
     */
    AppointmentView book(BookAppointment wanted) {
        requireNotErased(wanted);
        UUID id = Ids.next();
        Window window = schedule.take(id, wanted);
        UUID named = wanted.customerId();
        Appointment appointment = new Appointment(id, wanted, window, access.actor(), clock.instant());
        if (named != null) {
            appointment.followTo(successions.current(named));
        }
        appointments.persistAndFlush(appointment);
        outbox.append(appointment, appointment.booked());
        schedule.planReminders(appointment);
        messages.confirm(appointment, named);
        return AppointmentView.of(appointment);
    }

    /**
     * Changes what can be written of it.
     *
     * @throws helpdesk.platform.problem.Problem {@code appointment-not-found}, {@code precondition-failed}, what is wrong with
     *     the change, {@code appointment-over} or {@code agent-busy} when another agent is to come
     */
    AppointmentView patch(UUID id, IfMatch seen, MergePatch patch) {
        Appointment appointment = access.require(appointments.lock(id));
        seen.require(appointment.version());
        AppointmentChanges former = AppointmentChanges.of(appointment);
        AppointmentChanges changed = patcher.apply(patch, former).normalized();
        if (!changed.agentId().equals(former.agentId())) {
            appointment.status().requireBooked();
            schedule.retake(id, changed.agentId(), appointment.window());
        }
        if (!changed.equals(former)) {
            appointment.change(changed, clock.instant());
            appointments.flush();
        }
        return AppointmentView.of(appointment);
    }

    /**
     * Moves it to another window, and tells the customer.
     *
     * @throws helpdesk.platform.problem.Problem {@code appointment-not-found}, {@code appointment-over},
     *     {@code invalid-request} for a window that cannot be booked, or {@code agent-busy} with the nearest free windows
     */
    AppointmentView move(UUID id, MoveAppointment wanted) {
        Appointment appointment = access.require(appointments.lock(id));
        appointment.status().requireBooked();
        Window former = appointment.window();
        Window window = schedule.require(wanted.windowStart(), wanted.windowEnd());
        if (window.equals(former)) {
            throw PlatformProblem.INVALID_REQUEST.at("/windowStart", "It is in this window already.");
        }
        schedule.retake(id, appointment.agentId(), window);
        outbox.append(
                appointment,
                appointment.move(window, wanted.reason(), wanted.wishOf(), access.actor(), clock.instant()));
        schedule.planReminders(appointment);
        messages.tellOfMove(appointment, former);
        return AppointmentView.of(appointment);
    }

    /**
     * Calls it off, gives the agent's time back, and tells the customer.
     *
     * @throws helpdesk.platform.problem.Problem {@code appointment-not-found} or {@code appointment-over}
     */
    AppointmentView cancel(UUID id, CancelAppointment wanted) {
        Appointment appointment = access.require(appointments.lock(id));
        cancel(appointment, wanted.reason(), wanted.wishOf(), access.actor());
        return AppointmentView.of(appointment);
    }

    /** Calls off one that is locked. */
    void cancel(Appointment appointment, String reason, Party wishOf, String by) {
        outbox.append(appointment, appointment.cancel(new Ending(null, null, reason, wishOf, clock.instant(), by)));
        schedule.free(appointment.id());
        messages.tellOfCancellation(appointment);
    }

    /**
     * Takes down what came of it.
     *
     * @throws helpdesk.platform.problem.Problem {@code appointment-not-found}, {@code appointment-over}, or
     *     {@code invalid-request} for what makes no sense
     */
    AppointmentView conclude(UUID id, RecordOutcome outcome) {
        Appointment appointment = access.require(appointments.lock(id));
        appointment.status().requireBooked();
        Instant now = clock.instant();
        outcome.requireSense(now);
        Instant begin = appointment.window().start();
        if (now.isBefore(begin.minus(EARLY))) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    "/outcome", "Its window is still to come. To call it off, POST …/cancellations.");
        }
        if (outcome.arrivedAt() != null && outcome.arrivedAt().isBefore(begin.minus(EARLY))) {
            throw PlatformProblem.INVALID_REQUEST.at("/arrivedAt", "This is before its window. Move it first.");
        }
        String by = access.actor();
        AppointmentEvent event =
                switch (outcome.outcome()) {
                    case KEPT ->
                        appointment.keep(
                                new Ending(outcome.arrivedAt(), outcome.leftAt(), outcome.reason(), null, now, by));
                    case MISSED ->
                        appointment.miss(new Ending(null, null, outcome.reason(), outcome.faultOrUs(), now, by));
                };
        outbox.append(appointment, event);
        schedule.dropReminders(id);
        return AppointmentView.of(appointment);
    }

    private void requireNotErased(BookAppointment wanted) {
        if (erasedSubjects.contains(wanted.customerId())) {
            throw NotificationProblem.UNKNOWN_CUSTOMER.at("/customerId", "Check the id, or leave it out.");
        }
        if (erasedSubjects.contains(wanted.ticketId())) {
            throw NotificationProblem.UNKNOWN_TICKET.at("/ticketId", "Check the id, or leave it out.");
        }
    }
}

package helpdesk.notification.appointment;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Reads appointments. */
@ApplicationScoped
@Transactional
class AppointmentQuery {

    private final AppointmentRepository appointments;
    private final AppointmentAccess access;
    private final CalendarFile calendarFile;
    private final Successions successions;
    private final Cursors cursors;
    private final Clock clock;

    AppointmentQuery(
            AppointmentRepository appointments,
            AppointmentAccess access,
            CalendarFile calendarFile,
            Successions successions,
            Cursors cursors,
            Clock clock) {
        this.appointments = appointments;
        this.access = access;
        this.calendarFile = calendarFile;
        this.successions = successions;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * One appointment.
     *
     * @throws helpdesk.platform.problem.Problem {@code appointment-not-found}, also for somebody else's
     */
    AppointmentView read(UUID id) {
        return AppointmentView.of(access.require(appointments.findByIdOptional(id)));
    }

    /**
     * One appointment as a calendar file.
     *
     * @throws helpdesk.platform.problem.Problem {@code appointment-not-found}, also for somebody else's
     */
    ServedFile file(UUID id) {
        Appointment appointment = access.require(appointments.findByIdOptional(id));
        return new ServedFile(calendarFile.mediaType(appointment), calendarFile.of(appointment));
    }

    /** Whoever asks for a profile that was merged gets what the one has in which it goes on. */
    Page<AppointmentView> list(AppointmentFilter filter, PageRequest page) {
        AppointmentFilter current =
                filter.customerId() == null ? filter : filter.ofCustomer(successions.current(filter.customerId()));
        String list = "appointments " + filter;
        AppointmentPlace after = AppointmentPlace.of(cursors.open(page.after(), list));
        return Page.of(
                appointments.list(current, clock.instant(), after, page.limitPlusOne()),
                page.limit(),
                AppointmentView::of,
                last -> cursors.seal(AppointmentPlace.of(last).values(), list));
    }
}

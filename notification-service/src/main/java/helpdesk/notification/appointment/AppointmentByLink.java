package helpdesk.notification.appointment;

import helpdesk.notification.customers.KnownCustomer;
import helpdesk.notification.customers.KnownCustomers;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** What customers see and do by the link that they were sent. */
@ApplicationScoped
@Transactional
public class AppointmentByLink {

    private final AppointmentRepository appointments;
    private final AppointmentService service;
    private final AppointmentMessages messages;
    private final AppointmentLinks links;
    private final CalendarFile calendarFile;
    private final KnownCustomers customers;
    private final ErasedSubjects erasedSubjects;
    private final Causation causation;
    private final Clock clock;

    AppointmentByLink(
            AppointmentRepository appointments,
            AppointmentService service,
            AppointmentMessages messages,
            AppointmentLinks links,
            CalendarFile calendarFile,
            KnownCustomers customers,
            ErasedSubjects erasedSubjects,
            Causation causation,
            Clock clock) {
        this.appointments = appointments;
        this.service = service;
        this.messages = messages;
        this.links = links;
        this.calendarFile = calendarFile;
        this.customers = customers;
        this.erasedSubjects = erasedSubjects;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * The appointment as its customer sees it.
     *
     * @throws Problem {@code not-found} or {@code link-expired}
     */
    public Seen read(String token) {
        Appointment appointment = appointments.findByIdOptional(open(token)).orElseThrow(() -> unknown());
        return new Seen(
                appointment.subject(),
                appointment.window().start(),
                appointment.window().end(),
                ZoneId.of(appointment.timeZone()),
                appointment.address().inOneLine(),
                language(appointment),
                appointment.status(),
                isChangeable(appointment),
                appointment.wish() == null ? null : appointment.wish().text());
    }

    /**
     * The appointment as a calendar file.
     *
     * @throws Problem {@code not-found} or {@code link-expired}
     */
    public ServedFile file(String token) {
        Appointment appointment = appointments.findByIdOptional(open(token)).orElseThrow(() -> unknown());
        return new ServedFile(calendarFile.mediaType(appointment), calendarFile.of(appointment));
    }

    /**
     * Calls it off for the customer. Nothing happens when it is over or has begun.
     *
     * @throws Problem {@code not-found} or {@code link-expired}
     */
    public void cancel(String token) {
        Appointment appointment = lock(token);
        if (isChangeable(appointment)) {
            Actor customer = actAs(appointment);
            service.cancel(appointment, "Called off by the customer's link.", Party.CUSTOMER, customer.toString());
        }
    }

    /**
     * Takes down that the customer would like another time, and tells the agent. Nothing happens when it is over or has begun.
     *
     * @throws Problem {@code not-found} or {@code link-expired}
     */
    public void wishFor(String token, String text) {
        Appointment appointment = lock(token);
        if (isChangeable(appointment)) {
            actAs(appointment);
            boolean first = appointment.wish() == null;
            appointment.wishFor(text, clock.instant());
            // Who changes the words of a wish does not make another one.
            if (first) {
                messages.tellOfWish(appointment);
            }
        }
    }

    private Appointment lock(String token) {
        return appointments.lock(open(token)).orElseThrow(() -> unknown());
    }

    private UUID open(String token) {
        UUID id = links.open(token);
        if (erasedSubjects.contains(id)) {
            throw unknown();
        }
        return id;
    }

    private Actor actAs(Appointment appointment) {
        UUID who = appointment.customerId() == null ? appointment.id() : appointment.customerId();
        Actor customer = Actor.customer(who.toString());
        causation.actAs(customer);
        return customer;
    }

    private boolean isChangeable(Appointment appointment) {
        return appointment.status() == AppointmentStatus.BOOKED
                && clock.instant().isBefore(appointment.window().start());
    }

    private String language(Appointment appointment) {
        return Optional.ofNullable(appointment.language())
                .or(() -> customers.find(appointment.customerId()).map(KnownCustomer::language))
                .orElse(null);
    }

    private static Problem unknown() {
        return PlatformProblem.NOT_FOUND.problem("This link is not known. Check that it was copied completely.");
    }

    /**
     * An appointment as its customer sees it.
     *
     * @param address in one line
     * @param language the customer's, or null
     * @param changeable whether another time can be wished for, and it can be called off
     * @param wish for another time; null when there is none
     */
    public record Seen(
            String subject,
            Instant start,
            Instant end,
            ZoneId zone,
            String address,
            String language,
            AppointmentStatus status,
            boolean changeable,
            String wish) {}
}

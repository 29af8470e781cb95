package helpdesk.notification.appointment;

import helpdesk.notification.calendar.Window;
import helpdesk.notification.customers.Contact;
import helpdesk.notification.message.MessageAttachment;
import helpdesk.notification.message.MessageDraft;
import helpdesk.notification.message.Postbox;
import helpdesk.notification.template.Content;
import helpdesk.notification.template.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Tells customers of their appointments, and agents of what is to be done about them. */
@ApplicationScoped
class AppointmentMessages {

    private final Postbox postbox;
    private final CalendarFile calendarFile;
    private final AppointmentLinks links;

    AppointmentMessages(Postbox postbox, CalendarFile calendarFile, AppointmentLinks links) {
        this.postbox = postbox;
        this.calendarFile = calendarFile;
        this.links = links;
    }

    /**
     * Says when we come.
     *
     * @param customer who was named, or null
     */
    void confirm(Appointment appointment, UUID customer) {
        post(appointment, customer, appointment.id().toString(), new Visit.Confirmation(facts(appointment)));
    }

    /** Says that we come at another time. There is one such message for each move. */
    void tellOfMove(Appointment appointment, Window former) {
        post(
                appointment,
                appointment.customerId(),
                cause(appointment),
                new Visit.Moved(facts(appointment), former.start(), former.end()));
    }

    /** Says that we do not come. */
    void tellOfCancellation(Appointment appointment) {
        boolean ours = appointment.ending().party() == Party.US;
        post(
                appointment,
                appointment.customerId(),
                appointment.id().toString(),
                new Visit.Cancelled(facts(appointment), ours));
    }

    /** Says once more when we come. There is one such message for each time ahead, and for each move. */
    void remind(Appointment appointment, Duration ahead) {
        post(
                appointment,
                appointment.customerId(),
                cause(appointment) + "/" + ahead,
                new Visit.Reminder(facts(appointment)));
    }

    /** Asks the agent what came of it. */
    void askForOutcome(Appointment appointment, Instant now) {
        tellAgent(
                appointment,
                "outcome/" + now.getEpochSecond(),
                "What came of the appointment?",
                "The appointment %s had its window from %s to %s, and nobody has told what came of it. Please take it down:"
                        + " POST /api/v1/appointments/%s/outcomes, or move it, or call it off. You are asked again tomorrow.");
    }

    /** Tells the agent that the customer would like another time. */
    void tellOfWish(Appointment appointment) {
        tellAgent(
                appointment,
                "wish/" + appointment.wish().at().getEpochSecond(),
                "A customer would like another time",
                "For the appointment %s, with its window from %s to %s, the customer would like another time. Their words are"
                        + " in GET /api/v1/appointments/%s. Please find a time with them and move it.");
    }

    private void tellAgent(Appointment appointment, String what, String about, String text) {
        UUID id = appointment.id();
        Window window = appointment.window();
        postbox.post(new MessageDraft(
                id + "/" + what,
                appointment.ticketId(),
                null,
                Contact.UNKNOWN,
                null,
                new Content.Notice(about, text.formatted(id, window.start(), window.end(), id), false),
                List.of(),
                List.of(),
                appointment.agentId()));
    }

    private void post(Appointment appointment, UUID customer, String cause, Visit content) {
        postbox.post(new MessageDraft(
                cause,
                appointment.ticketId(),
                customer,
                appointment.visited().contact(),
                appointment.language(),
                content,
                List.of(),
                List.of(new MessageAttachment(
                        CalendarFile.NAME, calendarFile.mediaType(appointment), calendarFile.of(appointment)))));
    }

    private Visit.Facts facts(Appointment appointment) {
        return new Visit.Facts(
                appointment.subject(),
                appointment.window().start(),
                appointment.window().end(),
                ZoneId.of(appointment.timeZone()),
                appointment.address().inOneLine(),
                links.of(appointment));
    }

    private static String cause(Appointment appointment) {
        return appointment.id() + "/" + appointment.moves().size();
    }
}

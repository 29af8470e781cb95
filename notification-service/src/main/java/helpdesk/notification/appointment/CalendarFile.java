package helpdesk.notification.appointment;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Appointments as calendar programs read them (RFC 5545, RFC 5546). All times are in UTC. */
@ApplicationScoped
public class CalendarFile {

    /** The name of the file. */
    public static final String NAME = "appointment.ics";

    /** What an agent's feed is, and what a file is to whoever does not look at its method. */
    public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    private static final String PRODUCT = "-//helpdesk//appointments//EN";
    private static final String DOMAIN = "@appointments.helpdesk";

    private final AppointmentSettings settings;
    private final Clock clock;

    CalendarFile(AppointmentSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The invitation, or that it is called off. */
    byte[] of(Appointment appointment) {
        ICalendar calendar = calendar();
        calendar.setMethod(isCancelled(appointment) ? Method.cancel() : Method.request());
        VEvent event = event(appointment);
        event.setSummary(appointment.subject());
        event.setOrganizer(new Organizer(settings.organizerName(), settings.organizerEmail()));
        if (appointment.visited().email() != null) {
            Attendee customer = new Attendee(
                    appointment.visited().name(), appointment.visited().email());
            customer.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
            event.addAttendee(customer);
        }
        calendar.addEvent(event);
        return write(calendar);
    }

    /** The media type with the method, which mail programs look at. */
    String mediaType(Appointment appointment) {
        return "text/calendar;charset=UTF-8;method=" + (isCancelled(appointment) ? "CANCEL" : "REQUEST");
    }

    /** An agent's appointments: what is needed to go there, and no more of the customers. */
    byte[] feed(List<Appointment> appointments) {
        ICalendar calendar = calendar();
        calendar.setMethod(Method.publish());
        for (Appointment appointment : appointments) {
            VEvent event = event(appointment);
            event.setSummary(
                    appointment.subject() + " – " + appointment.visited().name());
            event.setDescription(Stream.of(
                            appointment.visited().name(), appointment.visited().phone())
                    .filter(part -> part != null)
                    .collect(Collectors.joining("\n")));
            calendar.addEvent(event);
        }
        return write(calendar);
    }

    private static ICalendar calendar() {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        return calendar;
    }

    private VEvent event(Appointment appointment) {
        VEvent event = new VEvent();
        event.setUid(appointment.id() + DOMAIN);
        event.setSequence(appointment.calendarSequence());
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setLastModified(Date.from(appointment.updatedAt()));
        event.setDateStart(Date.from(appointment.window().start()));
        event.setDateEnd(Date.from(appointment.window().end()));
        event.setLocation(appointment.address().inOneLine());
        event.setStatus(isCancelled(appointment) ? Status.cancelled() : Status.confirmed());
        return event;
    }

    private static boolean isCancelled(Appointment appointment) {
        return appointment.status() == AppointmentStatus.CANCELLED;
    }

    private static byte[] write(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // It counts characters, where the standard counts octets.
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ContentLines.fold(text.toString()).getBytes(StandardCharsets.UTF_8);
    }
}

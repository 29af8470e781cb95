package helpdesk.notification.appointment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A place in the list of appointments, which is in the order of their windows. */
record AppointmentPlace(Instant windowStart, UUID id) {

    static AppointmentPlace of(Appointment appointment) {
        return new AppointmentPlace(appointment.window().start(), appointment.id());
    }

    /** The place that {@link #values} tells, or null for the beginning of the list. */
    static AppointmentPlace of(List<String> values) {
        return values.isEmpty()
                ? null
                : new AppointmentPlace(Instant.parse(values.getFirst()), UUID.fromString(values.getLast()));
    }

    List<String> values() {
        return List.of(windowStart.toString(), id.toString());
    }
}

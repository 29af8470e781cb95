package helpdesk.notification.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** What every event of an appointment says of it. Who is visited, where and what about is looked up by who may. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppointmentFacts(
        UUID appointmentId,
        UUID customerId,
        UUID ticketId,
        UUID agentId,
        AppointmentStatus status,
        Instant windowStart,
        Instant windowEnd,
        String timeZone,
        int moves,
        Instant bookedAt) {

    static AppointmentFacts of(Appointment appointment) {
        return new AppointmentFacts(
                appointment.id(),
                appointment.customerId(),
                appointment.ticketId(),
                appointment.agentId(),
                appointment.status(),
                appointment.window().start(),
                appointment.window().end(),
                appointment.timeZone(),
                appointment.moves().size(),
                appointment.createdAt());
    }
}

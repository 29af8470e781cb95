package helpdesk.notification.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An appointment as the API shows it.
 *
 * @param moved how often it was moved
 * @param withinWindow whether the agent was there within the window, absent when that is not known
 * @param wishOf who wished that it is called off, of a cancelled one
 * @param fault because of whom it was missed, of a missed one
 * @param wish for what other time, in the customer's words, while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppointmentView(
        UUID id,
        UUID customerId,
        UUID ticketId,
        UUID agentId,
        String name,
        String email,
        String phone,
        String subject,
        String notes,
        AddressBody address,
        Instant windowStart,
        Instant windowEnd,
        String timeZone,
        String language,
        AppointmentStatus status,
        int moved,
        List<MoveView> moves,
        Instant arrivedAt,
        Instant leftAt,
        Boolean withinWindow,
        String reason,
        Party wishOf,
        Party fault,
        Instant endedAt,
        String endedBy,
        String wish,
        Instant wishedAt,
        String bookedBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    private static final Ending OPEN = new Ending(null, null, null, null, null, null);

    static AppointmentView of(Appointment appointment) {
        Ending ending = appointment.ending() == null ? OPEN : appointment.ending();
        return new AppointmentView(
                appointment.id(),
                appointment.customerId(),
                appointment.ticketId(),
                appointment.agentId(),
                appointment.visited().name(),
                appointment.visited().email(),
                appointment.visited().phone(),
                appointment.subject(),
                appointment.notes(),
                appointment.address(),
                appointment.window().start(),
                appointment.window().end(),
                appointment.timeZone(),
                appointment.language(),
                appointment.status(),
                appointment.moves().size(),
                appointment.moves().stream().map(MoveView::of).toList(),
                ending.arrivedAt(),
                ending.leftAt(),
                appointment.isWithinWindow(),
                ending.reason(),
                party(appointment, ending, AppointmentStatus.CANCELLED),
                party(appointment, ending, AppointmentStatus.MISSED),
                ending.at(),
                ending.by(),
                appointment.wish() == null ? null : appointment.wish().text(),
                appointment.wish() == null ? null : appointment.wish().at(),
                appointment.bookedBy(),
                appointment.createdAt(),
                appointment.updatedAt(),
                appointment.version());
    }

    private static Party party(Appointment appointment, Ending ending, AppointmentStatus status) {
        return appointment.status() == status ? ending.party() : null;
    }
}

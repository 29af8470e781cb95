package helpdesk.notification.appointment;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Which appointments are asked for; null, false and empty mean any.
 *
 * @param from windows that begin then or later
 * @param to windows that begin before
 * @param overdue only those whose window is over and of which nobody has told what came of them
 * @param wished only those for which the customer would like another time
 */
record AppointmentFilter(
        UUID agentId,
        UUID customerId,
        UUID ticketId,
        Set<AppointmentStatus> statuses,
        Instant from,
        Instant to,
        boolean overdue,
        boolean wished) {

    AppointmentFilter ofCustomer(UUID other) {
        return new AppointmentFilter(agentId, other, ticketId, statuses, from, to, overdue, wished);
    }
}

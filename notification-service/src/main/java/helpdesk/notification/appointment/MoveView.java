package helpdesk.notification.appointment;

import java.time.Instant;

/** One time that an appointment was moved, as the API shows it. */
public record MoveView(
        Instant at,
        Instant fromStart,
        Instant fromEnd,
        Instant toStart,
        Instant toEnd,
        String reason,
        Party wishOf,
        String movedBy) {

    static MoveView of(AppointmentMove move) {
        return new MoveView(
                move.at(),
                move.fromStart(),
                move.fromEnd(),
                move.toStart(),
                move.toEnd(),
                move.reason(),
                move.wishOf(),
                move.movedBy());
    }
}

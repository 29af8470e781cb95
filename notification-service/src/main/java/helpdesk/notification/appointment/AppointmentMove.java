package helpdesk.notification.appointment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * One time that an appointment was moved.
 *
 * @param movedBy the actor
 */
@Embeddable
public record AppointmentMove(
        Instant at,
        @Column(name = "from_start") Instant fromStart,
        @Column(name = "from_end") Instant fromEnd,
        @Column(name = "to_start") Instant toStart,
        @Column(name = "to_end") Instant toEnd,
        String reason,

        @Enumerated(EnumType.STRING) @Column(name = "wish_of")
        Party wishOf,

        @Column(name = "moved_by") String movedBy) {}

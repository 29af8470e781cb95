package helpdesk.notification.appointment;

import helpdesk.notification.calendar.Window;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What came of an appointment; each part may be null but when and by whom it was told.
 *
 * @param party who wished that it is called off, or because of whom it was missed
 * @param by the actor
 */
@Embeddable
public record Ending(
        @Column(name = "arrived_at") Instant arrivedAt,
        @Column(name = "left_at") Instant leftAt,
        @Column(name = "end_reason") String reason,

        @Enumerated(EnumType.STRING) @Column(name = "end_party")
        Party party,

        @Column(name = "ended_at") Instant at,
        @Column(name = "ended_by") String by) {

    /** Whether the agent was there within the window; null when nobody knows. */
    Boolean isWithin(Window window) {
        return arrivedAt == null ? null : !arrivedAt.isBefore(window.start()) && !arrivedAt.isAfter(window.end());
    }
}

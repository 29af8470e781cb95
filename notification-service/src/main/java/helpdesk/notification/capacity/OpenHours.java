package helpdesk.notification.capacity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Hours in which a group calls back, on the wall clock of its time zone.
 *
 * @param fromMinute minutes since midnight, 0–1439
 * @param toMinute minutes since midnight, 1–1440, after {@code fromMinute} and itself no longer part of the hours
 */
@Embeddable
public record OpenHours(
        @Enumerated(EnumType.STRING) Weekday day,
        @Column(name = "from_minute") int fromMinute,
        @Column(name = "to_minute") int toMinute) {

    /** The beginning on this date. */
    LocalDateTime from(LocalDate date) {
        return date.atStartOfDay().plusMinutes(fromMinute);
    }

    /** The end on this date. */
    LocalDateTime to(LocalDate date) {
        return date.atStartOfDay().plusMinutes(toMinute);
    }

    public int minutes() {
        return toMinute - fromMinute;
    }

    public boolean overlaps(OpenHours other) {
        return day == other.day && fromMinute < other.toMinute && other.fromMinute < toMinute;
    }
}

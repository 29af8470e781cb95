package helpdesk.notification.capacity;

import java.time.Instant;

/** A stretch of time in which a callback can be booked. The end is no longer part of it. */
public record Slot(Instant start, Instant end) {

    boolean overlaps(Slot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}

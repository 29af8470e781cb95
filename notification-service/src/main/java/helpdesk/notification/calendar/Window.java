package helpdesk.notification.calendar;

import java.time.Duration;
import java.time.Instant;

/** A stretch of an agent's time. The end is no longer part of it. */
public record Window(Instant start, Instant end) {

    public Duration length() {
        return Duration.between(start, end);
    }

    boolean overlaps(Window other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** The part of it that lies in the other, which it overlaps. */
    Window within(Window other) {
        return new Window(later(start, other.start), earlier(end, other.end));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

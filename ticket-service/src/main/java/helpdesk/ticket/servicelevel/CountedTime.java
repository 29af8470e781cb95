package helpdesk.ticket.servicelevel;

import helpdesk.ticket.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;

/**
 * The time that counts for a clock.
 *
 * @param hours the working hours; null when every hour counts
 */
record CountedTime(WorkingTime hours) {

    static final CountedTime EVERY_HOUR = new CountedTime(null);

    /** How much counts from a moment up to another; none when the other is not later. */
    Duration between(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        return hours == null ? Duration.between(from, to) : hours.between(from, to);
    }

    /** When this much has counted; at the latest ten years later, which no policy lets happen. */
    Instant after(Instant from, Duration time) {
        return hours == null ? from.plus(time) : hours.after(from, time).orElse(from.plus(WorkingTime.HORIZON));
    }
}

package helpdesk.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * When somebody does not want to be disturbed, by the clock where they are.
 *
 * @param from when it begins
 * @param to when it is over; earlier than {@code from} when that is the next day, and the same when there are no quiet hours
 */
record QuietHours(LocalTime from, LocalTime to) {

    /** More than the clock is changed between two days anywhere. */
    private static final int MOST_STEPS = 10;

    /** The first moment from this one on at which the clock there shows no quiet hour; this one when it is none. */
    Instant over(Instant moment, ZoneId zone) {
        Instant at = moment;
        for (int step = 0; step < MOST_STEPS && cover(at, zone); step++) {
            at = next(at, zone);
        }
        return at;
    }

    /** Whether the clock there shows a quiet hour then. */
    private boolean cover(Instant moment, ZoneId zone) {
        LocalTime time = moment.atZone(zone).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean notOver = time.isBefore(to);
        return from.isAfter(to) ? begun || notOver : begun && notOver;
    }

    /** When the quiet hours are over, or the clock is changed before. */
    private Instant next(Instant moment, ZoneId zone) {
        ZonedDateTime now = moment.atZone(zone);
        boolean tomorrow = !now.toLocalTime().isBefore(to);
        ZonedDateTime end =
                now.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(to).atZone(zone);
        // What the clock shows twice is over the second time when it is the second time now.
        Instant over = end.toInstant().isAfter(moment)
                ? end.toInstant()
                : end.withLaterOffsetAtOverlap().toInstant();
        ZoneOffsetTransition change = zone.getRules().nextTransition(moment);
        boolean changed = change != null && (change.getInstant().isBefore(over) || !over.isAfter(moment));
        return changed ? change.getInstant() : over;
    }
}

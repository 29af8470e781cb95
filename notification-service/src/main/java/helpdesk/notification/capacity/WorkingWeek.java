package helpdesk.notification.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The weekly hours of a group in its time zone, cut into slots. A moment is within the hours exactly when the wall clock
 * there shows a time within them: an hour that daylight saving skips has no slots, one that it repeats has them twice, and a
 * slot always lasts its full length.
 */
public record WorkingWeek(ZoneId zone, List<OpenHours> hours) {

    /** The slots of this length that begin at or after {@code from} and before {@code to}, in order. */
    List<Slot> slots(Duration length, Instant from, Instant to) {
        List<Slot> slots = new ArrayList<>();
        LocalDate last = to.atZone(zone).toLocalDate().plusDays(1);
        for (LocalDate date = from.atZone(zone).toLocalDate().minusDays(1);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            for (OpenHours row : hours) {
                if (row.day().iso() == date.getDayOfWeek()) {
                    open(date, row).forEach(stretch -> cut(stretch, length, slots));
                }
            }
        }
        return slots.stream()
                .filter(slot -> !slot.start().isBefore(from) && slot.start().isBefore(to))
                .sorted(Comparator.comparing(Slot::start))
                .toList();
    }

    /** The hours that touch the time from {@code from} to {@code to}, each as a whole, in order. */
    public List<Slot> open(Instant from, Instant to) {
        List<Slot> open = new ArrayList<>();
        LocalDate last = to.atZone(zone).toLocalDate().plusDays(1);
        for (LocalDate date = from.atZone(zone).toLocalDate().minusDays(1);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            for (OpenHours row : hours) {
                if (row.day().iso() == date.getDayOfWeek()) {
                    open.addAll(open(date, row));
                }
            }
        }
        return open.stream()
                .filter(stretch -> stretch.start().isBefore(to) && stretch.end().isAfter(from))
                .sorted(Comparator.comparing(Slot::start))
                .toList();
    }

    /** The hours on this date as stretches of real time: mostly one, more or none where the clock is put back or forward. */
    private List<Slot> open(LocalDate date, OpenHours row) {
        List<Slot> stretches = new ArrayList<>();
        ZoneRules rules = zone.getRules();
        // Whatever the offset is, the hours lie between these two moments.
        Instant at = row.from(date).toInstant(ZoneOffset.MAX);
        Instant end = row.to(date).toInstant(ZoneOffset.MIN);
        while (at.isBefore(end)) {
            ZoneOffset offset = rules.getOffset(at);
            Instant until = untilTransition(rules, at, end);
            Instant start = later(at, row.from(date).toInstant(offset));
            Instant stop = earlier(until, row.to(date).toInstant(offset));
            if (start.isBefore(stop)) {
                appendOrProlong(stretches, new Slot(start, stop));
            }
            at = until;
        }
        return stretches;
    }

    private static void appendOrProlong(List<Slot> stretches, Slot next) {
        if (!stretches.isEmpty() && stretches.getLast().end().equals(next.start())) {
            next = new Slot(stretches.removeLast().start(), next.end());
        }
        stretches.add(next);
    }

    private static void cut(Slot stretch, Duration length, List<Slot> slots) {
        Instant start = stretch.start();
        for (Instant end = start.plus(length); !end.isAfter(stretch.end()); end = end.plus(length)) {
            slots.add(new Slot(start, end));
            start = end;
        }
    }

    private static Instant untilTransition(ZoneRules rules, Instant at, Instant end) {
        ZoneOffsetTransition next = rules.nextTransition(at);
        return next == null ? end : earlier(next.getInstant(), end);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

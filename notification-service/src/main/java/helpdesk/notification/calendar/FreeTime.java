package helpdesk.notification.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is left of an agent's hours when all that takes time is taken out.
 *
 * @param stretches in order, apart from each other
 */
record FreeTime(List<Window> stretches) {

    /** Takes what is taken out of what is open; both may be in any order and overlap. */
    static FreeTime of(List<Window> open, List<Window> taken) {
        List<Window> busy = joined(taken);
        List<Window> free = new ArrayList<>();
        for (Window stretch : joined(open)) {
            Instant at = stretch.start();
            for (Window other : busy) {
                if (other.overlaps(stretch)) {
                    addUnlessEmpty(free, at, other.start());
                    at = Window.later(at, other.end());
                }
            }
            addUnlessEmpty(free, at, stretch.end());
        }
        return new FreeTime(free);
    }

    /** Windows of this length, one after the other, as many as there are. */
    List<Window> windows(Duration length) {
        List<Window> windows = new ArrayList<>();
        for (Window stretch : stretches) {
            Instant start = stretch.start();
            for (Instant end = start.plus(length); !end.isAfter(stretch.end()); end = end.plus(length)) {
                windows.add(new Window(start, end));
                start = end;
            }
        }
        return windows;
    }

    /** The windows as long as the wanted one that are nearest to it, one of each stretch, the nearest first. */
    List<Window> nearest(Window wanted, int most) {
        return stretches.stream()
                .flatMap(stretch -> nearestIn(stretch, wanted).stream())
                .sorted(Comparator.comparing(window ->
                        Duration.between(wanted.start(), window.start()).abs()))
                .limit(most)
                .toList();
    }

    private static Optional<Window> nearestIn(Window stretch, Window wanted) {
        Instant last = stretch.end().minus(wanted.length());
        if (last.isBefore(stretch.start())) {
            return Optional.empty();
        }
        Instant start = Window.earlier(Window.later(wanted.start(), stretch.start()), last);
        return Optional.of(new Window(start, start.plus(wanted.length())));
    }

    /** The same time as stretches in order of which no two touch. */
    private static List<Window> joined(List<Window> windows) {
        List<Window> joined = new ArrayList<>();
        List<Window> sorted =
                windows.stream().sorted(Comparator.comparing(Window::start)).toList();
        for (Window next : sorted) {
            if (!joined.isEmpty() && !joined.getLast().end().isBefore(next.start())) {
                Window last = joined.removeLast();
                joined.add(new Window(last.start(), Window.later(last.end(), next.end())));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static void addUnlessEmpty(List<Window> windows, Instant start, Instant end) {
        if (start.isBefore(end)) {
            windows.add(new Window(start, end));
        }
    }
}

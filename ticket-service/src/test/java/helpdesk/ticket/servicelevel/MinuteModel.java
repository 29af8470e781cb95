package helpdesk.ticket.servicelevel;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A clock as somebody would keep it who looks each minute whether it counts, and puts a stroke on a sheet if so. Knows nothing of spans,
 * of periods, or of instants that are not whole minutes.
 */
final class MinuteModel {

    private static final int FAR = 20 * 24 * 60;

    /** What holds from a minute on. */
    record Change(int minute, Hours hours, Target target, boolean runs) {}

    /** Which minutes count. */
    interface Hours {
        boolean counts(int minute);
    }

    private final List<Change> changes;
    private final boolean[] strokes;
    private final int read;

    /**
     * @param changes in order, the first in minute 0, no two in the same
     * @param read the minute in which the sheet is read, not before the last change
     */
    MinuteModel(List<Change> changes, int read) {
        this.changes = changes;
        this.read = read;
        this.strokes = new boolean[read];
        for (int minute = 0; minute < read; minute++) {
            Change holds = holding(minute);
            strokes[minute] =
                    holds.runs() && holds.target() != null && holds.hours().counts(minute);
        }
    }

    /** How many minutes have counted from a minute up to another. */
    int counted(int from, int to) {
        return (int) IntStream.range(from, to).filter(minute -> strokes[minute]).count();
    }

    /**
     * The minute in which so much has counted as the targets give, the promise or the goal: empty where there is no target, far where it
     * takes too long to look. A minute that was past before a change stays.
     */
    OptionalInt due(ToIntFunction<Target> minutes) {
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            boolean isLast = i + 1 == changes.size();
            if (change.target() == null) {
                if (isLast) {
                    return OptionalInt.empty();
                }
                continue;
            }
            int end = isLast ? change.minute() + FAR : changes.get(i + 1).minute();
            int left = minutes.applyAsInt(change.target()) - counted(0, change.minute());
            int minute = change.minute();
            for (; left > 0 && minute < end; minute++) {
                left -= change.hours().counts(minute) ? 1 : 0;
            }
            boolean isReached = left <= 0;
            if (isLast) {
                // While it stands still: when it would be due if it did not.
                return OptionalInt.of(isReached ? minute : Integer.MAX_VALUE);
            }
            if (isReached && change.runs() && minute < end) {
                return OptionalInt.of(minute);
            }
        }
        throw new IllegalStateException("A sheet has a first line");
    }

    /** Whether it was read behind the minute while it ran. */
    boolean isBehind(int minute) {
        Change last = changes.getLast();
        boolean runs = last.runs() && last.target() != null;
        return (runs ? read : last.minute()) > minute;
    }

    private Change holding(int minute) {
        return changes.stream()
                .filter(change -> change.minute() <= minute)
                .reduce((one, next) -> next)
                .orElseThrow();
    }
}

package helpdesk.ticket.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a clock ran, and what of that time counted.
 *
 * @param spans in order, at least one
 */
record CountedSpans(List<ClockSpan> spans, Revisions revisions) {

    /** How much has counted from a moment up to another. */
    Duration counted(Instant from, Instant to) {
        Duration counted = Duration.ZERO;
        for (int i = 0; i < spans.size(); i++) {
            ClockSpan span = spans.get(i);
            if (span.counts()) {
                Instant start = later(span.from(), from);
                Instant end = i + 1 < spans.size() ? earlier(spans.get(i + 1).from(), to) : to;
                counted = counted.plus(revisions.time(span).between(start, end));
            }
        }
        return counted;
    }

    /**
     * How much of the time that counts is left until the promise; negative when it has passed.
     *
     * @param promiseAt when the promise is due by these spans
     * @param read up to when the clock ran: not before its last span
     */
    Duration remaining(Instant promiseAt, Instant read) {
        ClockSpan last = spans.getLast();
        Instant at = last.counts() ? read : last.from();
        return at.isAfter(promiseAt)
                ? counted(promiseAt, at).negated()
                : revisions.time(last).between(at, promiseAt);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

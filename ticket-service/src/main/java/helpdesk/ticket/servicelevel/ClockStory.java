package helpdesk.ticket.servicelevel;

import helpdesk.ticket.calendar.Period;
import helpdesk.ticket.calendar.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells the course of a clock up to a moment in intervals that each counted as a whole, or not at all. */
final class ClockStory {

    private final List<ClockSpan> spans;
    private final Revisions revisions;
    private final String formerPolicy;

    /** @param formerPolicy the name of the policy of spans without a revision */
    ClockStory(List<ClockSpan> spans, Revisions revisions, String formerPolicy) {
        this.spans = spans;
        this.revisions = revisions;
        this.formerPolicy = formerPolicy;
    }

    /** The intervals between two moments, as far as the clock ran. */
    List<ExplainedInterval> between(Instant from, Instant to) {
        List<ExplainedInterval> intervals = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            ClockSpan span = spans.get(i);
            Instant start = span.from().isAfter(from) ? span.from() : from;
            Instant next = i + 1 < spans.size() ? spans.get(i + 1).from() : to;
            Instant end = next.isBefore(to) ? next : to;
            if (start.isBefore(end)) {
                tell(span, start, end, intervals);
            }
        }
        return intervals;
    }

    private void tell(ClockSpan span, Instant from, Instant to, List<ExplainedInterval> intervals) {
        if (!span.counts()) {
            add(intervals, interval(span, from, to, reason(span), null));
        } else if (span.target().time() == TimeKind.CALENDAR) {
            add(intervals, interval(span, from, to, IntervalReason.EVERY_HOUR, null));
        } else {
            tellHours(span, revisions.of(span.revision()).hours(), from, to, intervals);
        }
    }

    private void tellHours(
            ClockSpan span, WorkingTime hours, Instant from, Instant to, List<ExplainedInterval> intervals) {
        Instant at = from;
        for (Period period : hours.periods(from, to)) {
            tellGap(span, hours, at, period.from(), intervals);
            add(intervals, interval(span, period.from(), period.to(), IntervalReason.WORKING_HOURS, null));
            at = period.to();
        }
        tellGap(span, hours, at, to, intervals);
    }

    private void tellGap(
            ClockSpan span, WorkingTime hours, Instant from, Instant to, List<ExplainedInterval> intervals) {
        if (from.isBefore(to)) {
            Set<String> names = new LinkedHashSet<>();
            // The end is no part of it, and neither is the day that begins with it.
            LocalDate last = hours.day(to.minusNanos(1));
            for (LocalDate day = hours.day(from); !day.isAfter(last); day = day.plusDays(1)) {
                hours.exception(day).ifPresent(names::add);
            }
            add(
                    intervals,
                    names.isEmpty()
                            ? interval(span, from, to, IntervalReason.OUTSIDE_HOURS, null)
                            : interval(span, from, to, IntervalReason.HOLIDAY, String.join(", ", names)));
        }
    }

    /** One that goes on where the last ended, for the same reason, is one with it. */
    private static void add(List<ExplainedInterval> intervals, ExplainedInterval next) {
        if (!intervals.isEmpty() && intervals.getLast().isGoneOnBy(next)) {
            next = intervals.removeLast().upTo(next.to());
        }
        intervals.add(next);
    }

    private static IntervalReason reason(ClockSpan span) {
        if (span.target() == null) {
            return IntervalReason.NOTHING_PROMISED;
        }
        return switch (span.waiting()) {
            case CUSTOMER -> IntervalReason.WAITING_FOR_CUSTOMER;
            case THIRD_PARTY -> IntervalReason.WAITING_FOR_THIRD_PARTY;
            case ANOTHER_TICKET -> IntervalReason.MERGED;
            case NOT_RECORDED -> IntervalReason.NOT_RECORDED;
            case NOBODY -> throw new IllegalStateException("A clock that nothing stops does not stand still: " + span);
        };
    }

    private ExplainedInterval interval(ClockSpan span, Instant from, Instant to, IntervalReason reason, String note) {
        if (span.revision() == null) {
            return ExplainedInterval.of(from, to, reason, note, formerPolicy, null, span.priority());
        }
        PolicyTerms terms = revisions.of(span.revision());
        return ExplainedInterval.of(from, to, reason, note, terms.name(), terms.writtenAt(), span.priority());
    }
}

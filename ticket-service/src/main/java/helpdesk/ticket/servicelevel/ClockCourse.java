package helpdesk.ticket.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What follows from how a clock ran: when goal and promise are due, and how much of the time has counted.
 *
 * <p>Time that counted stays counted, by the hours that held then; what is left of a target counts by what holds now. A goal or
 * promise that has passed stays where it was, whatever is promised afterwards; and no change makes something late that was not:
 * when more has counted already than the new target gives, it is due at the moment of the change.
 */
final class ClockCourse {

    private final Revisions revisions;
    private final Due goal = new Due();
    private final Due promise = new Due();

    /** @param spans in order, at least one */
    ClockCourse(List<ClockSpan> spans, Revisions revisions) {
        this.revisions = revisions;
        Duration counted = Duration.ZERO;
        for (int i = 0; i < spans.size(); i++) {
            ClockSpan span = spans.get(i);
            goal.aim(span, span.target() == null ? null : span.target().goal(), counted);
            promise.aim(span, span.target() == null ? null : span.target().promise(), counted);
            if (i + 1 < spans.size() && span.counts()) {
                Instant end = spans.get(i + 1).from();
                goal.pass(end);
                promise.pass(end);
                counted = counted.plus(revisions.time(span).between(span.from(), end));
            }
        }
    }

    /** When the goal is due; null when there is none. While the clock stands still, as if it had gone on. */
    Instant goalAt() {
        return goal.at;
    }

    /** When the promise is due, never before the goal; null when there is none. */
    Instant promiseAt() {
        return promise.at;
    }

    /** A goal or a promise on its way. */
    private final class Due {

        private Instant at;
        private boolean isPast;

        void aim(ClockSpan span, Duration target, Duration counted) {
            if (isPast) {
                return;
            }
            if (target == null) {
                at = null;
            } else {
                Duration left = target.minus(counted);
                at = revisions.time(span).after(span.from(), left.isNegative() ? Duration.ZERO : left);
            }
        }

        void pass(Instant end) {
            isPast |= at != null && at.isBefore(end);
        }
    }
}

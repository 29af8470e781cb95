package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.vocabulary.Priority;
import java.time.Instant;
import java.util.UUID;

/**
 * How a clock runs from a moment on, up to the next span. What held is written down with it, so that no later change of a policy
 * rewrites what was.
 *
 * @param revision the policy's revision; null before policies could be changed
 * @param target what is promised; null when nothing is
 * @param counts whether time counts, within the hours that the target's kind of time has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClockSpan(Instant from, UUID revision, Priority priority, Target target, Waiting waiting, boolean counts) {

    /** Whether the clock runs by it as it did by the former, so that there is nothing new. */
    boolean continues(ClockSpan former) {
        return equals(
                new ClockSpan(from, former.revision, former.priority, former.target, former.waiting, former.counts));
    }

    /** From a moment on it runs, whoever was waited for. */
    ClockSpan running(Instant moment) {
        return new ClockSpan(moment, revision, priority, target, Waiting.NOBODY, true);
    }

    /** The same from a moment on. */
    ClockSpan beginning(Instant moment) {
        return new ClockSpan(moment, revision, priority, target, waiting, counts);
    }
}

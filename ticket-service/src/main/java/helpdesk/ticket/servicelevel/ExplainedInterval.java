package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.vocabulary.Priority;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Time that counted as a whole, or not at all.
 *
 * @param note the names of holidays and special days in it
 * @param policy the policy by which that was so
 * @param policyWrittenAt when the policy, or its calendar, was written as it was then
 * @param priority the ticket's at the time
 */
@Schema(name = "ExplainedInterval")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplainedInterval(
        Instant from,
        Instant to,
        long seconds,
        boolean counted,
        IntervalReason reason,
        String note,
        String policy,
        Instant policyWrittenAt,
        Priority priority) {

    boolean isGoneOnBy(ExplainedInterval next) {
        return next.equals(of(next.from, next.to, reason, note, policy, policyWrittenAt, priority))
                && next.from.equals(to);
    }

    ExplainedInterval upTo(Instant end) {
        return of(from, end, reason, note, policy, policyWrittenAt, priority);
    }

    static ExplainedInterval of(
            Instant from,
            Instant to,
            IntervalReason reason,
            String note,
            String policy,
            Instant policyWrittenAt,
            Priority priority) {
        return new ExplainedInterval(
                from,
                to,
                Duration.between(from, to).toSeconds(),
                reason.counts(),
                reason,
                note,
                policy,
                policyWrittenAt,
                priority);
    }
}

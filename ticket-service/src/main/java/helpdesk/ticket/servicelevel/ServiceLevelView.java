package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a ticket stands against its policy: the latest clock of each metric for which something is promised.
 *
 * @param policy by its name
 */
@Schema(name = "ServiceLevel")
public record ServiceLevelView(String policy, List<ClockView> clocks) {

    /**
     * One clock.
     *
     * @param goalAt when the team wants it done
     * @param promiseAt when the customer was told it will be done
     * @param remainingSeconds of the time that counts, until the promise; negative when late; of a clock that was met or stands
     *     still, what was left then
     */
    @Schema(name = "ServiceLevelClock")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockView(
            Metric metric, Instant goalAt, Instant promiseAt, ClockState state, Instant metAt, long remainingSeconds) {

        static ClockView of(ServiceLevelClock clock, Instant now, Revisions revisions) {
            return new ClockView(
                    clock.metric(),
                    clock.goalAt(),
                    clock.promiseAt(),
                    clock.state(now),
                    clock.metAt(),
                    clock.remaining(now, revisions).toSeconds());
        }
    }

    /** The view of one ticket's clocks, given with the latest cycle of each metric. */
    static ServiceLevelView of(Collection<ServiceLevelClock> latest, Instant now, Revisions revisions) {
        return new ServiceLevelView(
                latest.stream()
                        .max(Comparator.comparing(ServiceLevelClock::lastChangedAt))
                        .map(ServiceLevelClock::policy)
                        .orElse(null),
                latest.stream()
                        .filter(ServiceLevelClock::isPromised)
                        .map(clock -> ClockView.of(clock, now, revisions))
                        .toList());
    }
}

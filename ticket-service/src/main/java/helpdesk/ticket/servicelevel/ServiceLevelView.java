package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a ticket stands against its policy: the latest clock of each metric. */
@Schema(name = "ServiceLevel")
public record ServiceLevelView(String policy, List<ClockView> clocks) {

    /**
     * One clock.
     *
     * @param goalAt when the team wants it done
     * @param promiseAt when the customer was told it will be done
     * @param remainingSeconds until the promise, negative when late; absent when done
     */
    @Schema(name = "ServiceLevelClock")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockView(
            Metric metric, Instant goalAt, Instant promiseAt, ClockState state, Instant metAt, Long remainingSeconds) {

        static ClockView of(ServiceLevelClock clock, Instant now) {
            Duration remaining = clock.remaining(now);
            return new ClockView(
                    clock.metric(),
                    clock.goalAt(),
                    clock.promiseAt(),
                    clock.state(now),
                    clock.metAt(),
                    remaining == null ? null : remaining.toSeconds());
        }
    }

    /** The view of one ticket's clocks, given with the latest cycle of each metric last. */
    static ServiceLevelView of(Collection<ServiceLevelClock> latest, Instant now) {
        return new ServiceLevelView(
                StandardPolicy.NAME,
                latest.stream().map(clock -> ClockView.of(clock, now)).toList());
    }
}

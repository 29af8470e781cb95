package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.vocabulary.Priority;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a policy says of a metric. Without priorities, it holds for all that no other target of the metric names.
 *
 * @param goalSeconds what the team aims at, 1 second to 366 days, not longer than the promise
 * @param promiseSeconds what the customer was told, 1 second to 366 days
 */
@Schema(name = "PolicyTarget")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyTarget(
        @NotNull(message = "Say what is measured: acknowledgement, firstReply, nextReply, update or resolution.")
        Metric metric,

        @Size(max = 4, message = "There are 4 priorities.")
        @Schema(description = "For which priorities; for all that no other target of this metric names, when left out")
        List<@NotNull(message = "A priority is low, normal, high or urgent.") Priority> priorities,

        @NotNull(message = "Say in how many seconds the team wants it done.")
        @Min(value = 1, message = SECONDS)
        @Max(value = LONGEST, message = SECONDS)
        @Schema(examples = "28800")
        Long goalSeconds,

        @NotNull(message = "Say in how many seconds it is promised.")
        @Min(value = 1, message = SECONDS)
        @Max(value = LONGEST, message = SECONDS)
        @Schema(examples = "36000")
        Long promiseSeconds,

        @Schema(description = "Which time counts", defaultValue = "business")
        TimeKind time,

        @Schema(description = "When the ticket is handed to the next tier; never by this clock when left out")
        EscalatesAt escalatesAt) {

    static final long LONGEST = 366L * 86_400;
    static final String SECONDS = "It is 1 to 31,622,400 seconds, 366 days.";

    /** Fills in what was left out. */
    public PolicyTarget {
        priorities = priorities == null ? List.of() : priorities;
        time = time == null ? TimeKind.BUSINESS : time;
    }

    Target target() {
        return new Target(goalSeconds, promiseSeconds, time, escalatesAt);
    }
}

package helpdesk.ticket.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.ticketing.AgentData;
import helpdesk.ticket.ticketing.PlanStepData;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step of a plan.
 *
 * @param firstDueAt when it was due at first; absent when that has not changed
 */
@Schema(name = "PlanStep")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepView(
        UUID id,
        String what,
        AgentData owner,
        Instant dueAt,
        Instant firstDueAt,
        StepState state,
        Instant doneAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static StepView of(PlanStep step, boolean isSolved, Instant now) {
        PlanStepData data = step.data();
        return new StepView(
                data.id(),
                data.what(),
                data.owner(),
                data.dueAt(),
                data.firstDueAt().equals(data.dueAt()) ? null : data.firstDueAt(),
                step.state(isSolved, now),
                data.doneAt(),
                step.createdAt(),
                step.updatedAt(),
                step.version());
    }
}

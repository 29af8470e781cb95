package helpdesk.ticket.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What will be done about a ticket.
 *
 * @param steps in the order of their times
 * @param nextDueAt when the next step that is not done is due; absent when all are done, or the ticket is solved
 */
@Schema(name = "Plan")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanView(List<StepView> steps, Instant nextDueAt) {

    static PlanView of(List<PlanStep> steps, boolean isSolved, Instant now) {
        return new PlanView(
                steps.stream().map(step -> StepView.of(step, isSolved, now)).toList(),
                steps.stream()
                        .filter(step -> !isSolved && !step.isDone())
                        .map(step -> step.data().dueAt())
                        .findFirst()
                        .orElse(null));
    }
}

package helpdesk.ticket.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.plan.PlanView;
import helpdesk.ticket.plan.StepState;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What will be done about a request, as its sender sees it.
 *
 * @param steps in the order of their times; none when nothing is planned
 * @param nextDueAt when the next step is due; absent when all are done
 */
@Schema(name = "RequestPlan")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicPlan(List<PublicStep> steps, Instant nextDueAt) {

    /**
     * A step.
     *
     * @param firstDueAt when it was due at first; absent when that has not changed
     */
    @Schema(name = "RequestPlanStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PublicStep(
            String what,
            RequestView.ServedBy owner,
            Instant dueAt,
            Instant firstDueAt,
            StepState state,
            Instant doneAt) {}

    static PublicPlan of(PlanView plan) {
        return new PublicPlan(
                plan.steps().stream()
                        .map(step -> new PublicStep(
                                step.what(),
                                new RequestView.ServedBy(
                                        step.owner().name(), step.owner().title()),
                                step.dueAt(),
                                step.firstDueAt(),
                                step.state(),
                                step.doneAt()))
                        .toList(),
                plan.nextDueAt());
    }
}

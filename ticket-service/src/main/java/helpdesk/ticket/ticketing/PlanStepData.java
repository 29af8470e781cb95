package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What events tell of a step of a plan.
 *
 * @param firstDueAt when it was due at first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanStepData(UUID id, String what, AgentData owner, Instant dueAt, Instant firstDueAt, Instant doneAt) {

    /** The same, with what became of it. */
    static Map<String, Object> form(PlanStepData step, PlanNews news) {
        Map<String, Object> form = new LinkedHashMap<>(form(step));
        if (news == PlanNews.LATE) {
            form.put("state", "late");
        }
        return form;
    }

    /** A step as the history has it. */
    static Map<String, Object> form(PlanStepData step) {
        if (step == null) {
            return Map.of();
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", step.id);
        form.put("what", step.what);
        form.put("owner", step.owner.name());
        form.put("dueAt", step.dueAt);
        if (step.doneAt != null) {
            form.put("doneAt", step.doneAt);
        }
        return form;
    }
}

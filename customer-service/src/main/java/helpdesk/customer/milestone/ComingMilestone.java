package helpdesk.customer.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A milestone that comes next, for those who prepare it.
 *
 * @param dueAt when it is told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ComingMilestone")
record ComingMilestone(
        UUID id, UUID customerId, MilestoneKind kind, String title, LocalDate on, MilestoneAct act, Instant dueAt) {

    static ComingMilestone of(Milestone milestone) {
        return new ComingMilestone(
                milestone.id(),
                milestone.customerId(),
                milestone.terms().kind(),
                milestone.terms().title(),
                milestone.nextOn(),
                milestone.terms().act(),
                milestone.dueAt());
    }
}

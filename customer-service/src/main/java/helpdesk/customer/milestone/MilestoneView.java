package helpdesk.customer.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A milestone as the API shows it.
 *
 * @param ruleId by which rule it is; absent when somebody wrote it down
 * @param nextOn the day that is told next; absent when none is
 * @param dueAt when that is told
 * @param toldOn the day that was told last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Milestone")
record MilestoneView(
        UUID id,
        UUID ruleId,
        MilestoneKind kind,
        String title,
        LocalDate date,
        boolean yearly,
        MilestoneAct act,
        int leadDays,
        int hour,
        LocalDate nextOn,
        Instant dueAt,
        LocalDate toldOn,
        String createdBy,
        Instant createdAt,
        long version) {

    static MilestoneView of(Milestone milestone) {
        MilestoneTerms terms = milestone.terms();
        return new MilestoneView(
                milestone.id(),
                milestone.ruleId(),
                terms.kind(),
                terms.title(),
                milestone.firstOn(),
                milestone.isYearly(),
                terms.act(),
                terms.leadDays(),
                terms.hour(),
                milestone.nextOn(),
                milestone.dueAt(),
                milestone.toldOn(),
                milestone.createdBy(),
                milestone.createdAt(),
                milestone.version());
    }
}

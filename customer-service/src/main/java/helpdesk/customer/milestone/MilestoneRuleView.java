package helpdesk.customer.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule for milestones as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MilestoneRule")
record MilestoneRuleView(
        UUID id,
        String name,
        MilestoneSource on,
        String field,
        String event,
        MilestoneAct act,
        String title,
        int leadDays,
        int hour,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static MilestoneRuleView of(MilestoneRule rule) {
        MilestoneRuleBody body = rule.writable();
        return new MilestoneRuleView(
                rule.id(),
                body.name(),
                body.on(),
                body.field(),
                body.event(),
                body.act(),
                body.title(),
                body.leadDays(),
                body.hour(),
                body.active(),
                rule.createdAt(),
                rule.updatedAt(),
                rule.version());
    }
}

package helpdesk.ticket.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.ticket.history.FieldChange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What happens to a ticket, and can set a trigger off. */
public enum Happening {
    @JsonProperty("opened")
    OPENED("ticket.opened"),
    /** Anything about it: how it is filed, who has it, how it stands. */
    @JsonProperty("changed")
    CHANGED("ticket.changed"),
    @JsonProperty("assigned")
    ASSIGNED("ticket.assigned"),
    @JsonProperty("acknowledged")
    ACKNOWLEDGED("ticket.acknowledged"),
    @JsonProperty("commented")
    COMMENTED("ticket.commented"),
    @JsonProperty("escalated")
    ESCALATED("ticket.escalated"),
    @JsonProperty("sla_warning")
    SLA_WARNING("ticket.sla-warning"),
    @JsonProperty("sla_breached")
    SLA_BREACHED("ticket.sla-breached"),
    @JsonProperty("resolved")
    RESOLVED("ticket.resolved"),
    @JsonProperty("reopened")
    REOPENED("ticket.reopened"),
    @JsonProperty("closed")
    CLOSED("ticket.closed"),
    @JsonProperty("merged")
    MERGED("ticket.merged"),
    @JsonProperty("plan_step_kept")
    PLAN_STEP_KEPT("ticket.plan-step-kept"),
    @JsonProperty("plan_step_late")
    PLAN_STEP_LATE("ticket.plan-step-late");

    private static final String IDENTITY = "customerId";

    private final String cause;

    Happening(String cause) {
        this.cause = cause;
    }

    /** Whether a trigger that waits for this is set off by the other. */
    boolean includes(Happening other) {
        return switch (other) {
            case CHANGED, ASSIGNED, ESCALATED, RESOLVED, REOPENED, CLOSED, MERGED -> this == other || this == CHANGED;
            case OPENED, ACKNOWLEDGED, COMMENTED, SLA_WARNING, SLA_BREACHED, PLAN_STEP_KEPT, PLAN_STEP_LATE ->
                this == other;
        };
    }

    /** What is stored under this name; nothing for what a later version knows, which may work beside this one. */
    static Optional<Happening> stored(String name) {
        return Arrays.stream(values())
                .filter(happening -> happening.name().equals(name))
                .findFirst();
    }

    /** What happened; nothing for what sets no trigger off. */
    static Optional<Happening> of(String cause, List<FieldChange> changes) {
        if (changes.stream().allMatch(change -> change.field().equals(IDENTITY))) {
            // That we know now who asks is nothing that happened to the ticket, and comes with each that is opened.
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(happening -> happening.cause.equals(cause))
                .findFirst();
    }
}

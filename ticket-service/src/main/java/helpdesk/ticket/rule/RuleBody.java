package helpdesk.ticket.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.condition.Condition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people write of a rule, as a whole or, as a merge patch, in part. */
@Schema(name = "NewRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleBody(
        @NotNull(message = "Say what it is: trigger or automation.") @Schema(description = "Never changes")
        RuleKind kind,

        @NotNull(message = "Give the rule a name.")
        @PlainText
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
        @Schema(examples = "Refunds to billing")
        String name,

        @Min(value = 0, message = "A position is 0 to 10,000.")
        @Max(value = 10000, message = "A position is 0 to 10,000.")
        @Schema(description = "The lowest comes first, and the next sees what it did", defaultValue = "1000")
        Integer position,

        @Schema(defaultValue = "true") Boolean active,

        @Size(max = 14, message = "At most 14.") @Schema(description = "A trigger's: what sets it off")
        Set<@NotNull(message = "Say what sets it off.") Happening> on,

        @Size(max = Condition.MOST, message = "At most 20 conditions.")
        @Schema(description = "All of them hold when it acts. One at least of an automation has since and atLeast")
        List<@NotNull(message = Condition.EMPTY) @Valid Condition> conditions,

        @NotNull(message = "Say what it does.")
        @Size(min = 1, max = 10, message = "A rule does 1 to 10 things.")
        @Schema(description = "All of it, or nothing: what is set first, then the rest in order")
        List<@NotNull(message = "Say what it does.") @Valid RuleAction> actions) {

    private static final int AT_THE_END = 1_000;

    /** Fills in what was left out. */
    public RuleBody {
        position = position == null ? AT_THE_END : position;
        active = active == null || active;
        on = on == null ? Set.of() : on;
        conditions = conditions == null ? List.of() : conditions;
    }
}

package helpdesk.ticket.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.condition.Condition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people write of a queue, as a whole or, as a merge patch, in part. */
@Schema(name = "NewRoutingQueue")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueBody(
        @NotNull(message = "Give the queue a name.")
        @PlainText
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
        @Schema(examples = "Printers")
        String name,

        @Min(value = 0, message = "A position is 0 to 10,000.")
        @Max(value = 10000, message = "A position is 0 to 10,000.")
        @Schema(
                description = "The lowest comes first; the first queue whose conditions hold takes the ticket",
                defaultValue = "1000")
        Integer position,

        @Schema(description = "Whether it gives tickets to people", defaultValue = "true")
        Boolean active,

        @Size(max = Condition.MOST, message = "At most 20 conditions.")
        @Schema(description = "All of them hold for the tickets that it takes")
        List<@NotNull(message = Condition.EMPTY) @Valid Condition> conditions,

        @Size(max = 10, message = "At most 10 skills.")
        @Schema(description = "Whoever gets a ticket from it has all of these, not expired")
        List<@NotNull(message = "A skill has a name.") @Valid RequiredSkill> skills,

        @Schema(
                description =
                        "Whether a ticket whose language is known goes only to who speaks it; who has no languages in the "
                                + "profile takes any",
                defaultValue = "true")
        Boolean matchLanguage,

        @Min(value = 1, message = "It is 1 minute to 7 days, 10,080 minutes.")
        @Max(value = 10080, message = "It is 1 minute to 7 days, 10,080 minutes.")
        @Schema(
                description =
                        "When somebody has been away for so long, their open tickets go back; never when left out")
        Integer returnAfterMinutes) {

    private static final int AT_THE_END = 1_000;

    /** Fills in what was left out. */
    public QueueBody {
        position = position == null ? AT_THE_END : position;
        active = active == null || active;
        conditions = conditions == null ? List.of() : conditions;
        skills = skills == null ? List.of() : skills;
        matchLanguage = matchLanguage == null || matchLanguage;
    }
}

package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.condition.Condition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people write of a policy, as a whole or, as a merge patch, in part. */
@Schema(name = "NewServiceLevelPolicy")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyBody(
        @NotNull(message = "Give the policy a name.")
        @PlainText
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
        @Schema(examples = "Gold customers")
        String name,

        @Min(value = 0, message = "A position is 0 to 10,000.")
        @Max(value = 10000, message = "A position is 0 to 10,000.")
        @Schema(
                description = "The lowest comes first; the first policy whose conditions hold is the ticket's",
                defaultValue = "1000")
        Integer position,

        @Size(max = Condition.MOST, message = "At most 20 conditions.")
        @Schema(description = "All of them hold for the tickets that the policy is for")
        List<@NotNull(message = Condition.EMPTY) @Valid Condition> conditions,

        @NotNull(message = "Say by which calendar business time counts. See GET /api/v1/calendars.")
        UUID calendarId,

        @Schema(
                description = "Whether clocks stand still on hold, too, as they do while pending",
                defaultValue = "false")
        Boolean pausesOnHold,

        @Size(max = 20, message = "At most 20 languages.")
        @Schema(
                description =
                        "What the public calls it, by language: it is on the standards page then. The policy for all other "
                                + "tickets is there in any case",
                examples = "{\"en\": \"Gold customers\", \"de\": \"Goldkunden\"}")
        Map<
                        @LanguageTag String,
                        @NotNull(message = "Give a name.") @PlainText
                        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.") String>
                publicNames,

        @NotNull(message = "Say what is promised.") @Size(min = 1, max = 20, message = "Give 1 to 20 targets.")
        List<@NotNull(message = "A target has a metric, a goal and a promise.") @Valid PolicyTarget> targets) {

    private static final int AT_THE_END = 1_000;

    /** Fills in what was left out. */
    public PolicyBody {
        position = position == null ? AT_THE_END : position;
        conditions = conditions == null ? List.of() : conditions;
        publicNames = publicNames == null ? Map.of() : publicNames;
        pausesOnHold = pausesOnHold != null && pausesOnHold;
    }
}

package helpdesk.customer.milestone;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.customer.definition.Named;
import helpdesk.platform.field.CustomField;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be written of a rule for milestones. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MilestoneRuleBody(
        @Schema(required = false)
        @NotNull(message = "A rule has a name.")
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
        @PlainText
        String name,

        @Schema(required = false) @NotNull(message = "Say which day: birthday, anniversary, customField or event.")
        MilestoneSource on,

        @Pattern(regexp = CustomField.NAME, message = CustomField.NAME_MESSAGE)
        @Schema(
                description = "With customField: which one. It holds a date, such as 2019-06-21",
                examples = "weddingDay")
        String field,

        @Size(min = 1, max = 200, message = "A kind has 1 to 200 characters.")
        @PlainText
        @Schema(
                description = "With event: the kind of entry on the timeline",
                examples = {"com.example.shop.order-placed", "ticket.resolved"})
        String event,

        @Schema(required = false) @NotNull(message = "Say what is done: card or note.")
        MilestoneAct act,

        @Size(min = 1, max = 100, message = "A title has 1 to 100 characters.")
        @PlainText
        @Schema(description = "What the day is called; the name of the rule when left out")
        String title,

        @Min(value = 0, message = "It is told 0 to 60 days ahead.")
        @Max(value = 60, message = "It is told 0 to 60 days ahead.")
        @Schema(defaultValue = "0", description = "So many days ahead")
        Integer leadDays,

        @Min(value = 0, message = "Write an hour from 0 to 23.")
        @Max(value = 23, message = "Write an hour from 0 to 23.")
        @Schema(defaultValue = "9", description = "At this hour where the customer lives")
        Integer hour,

        @Schema(defaultValue = "true") Boolean active)
        implements Named {

    private static final int MORNING = 9;

    MilestoneRuleBody {
        leadDays = leadDays == null ? 0 : leadDays;
        hour = hour == null ? MORNING : hour;
        active = active == null || active;
    }

    @JsonIgnore
    @AssertTrue(message = "field goes with customField, and event with event, which has no leadDays.")
    boolean isSensible() {
        return on == null
                || (field != null) == (on == MilestoneSource.CUSTOM_FIELD)
                        && (event != null) == (on == MilestoneSource.EVENT)
                        && (on != MilestoneSource.EVENT || leadDays == 0);
    }
}

package helpdesk.customer.lapse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.customer.definition.Named;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be written of a rule for those who stay away. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LapseRuleBody(
        @Schema(required = false)
        @NotNull(message = "A rule has a name.")
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
        @PlainText
        String name,

        @Schema(required = false)
        @NotNull(message = "Say by what it shows: subscription_ended, subscription_cancelled or no_visits.")
        LapseSign sign,

        @Size(min = 1, max = 200, message = "A name has 1 to 200 characters.")
        @PlainText
        @Schema(description = "Only subscriptions of this name; all when left out")
        String subscription,

        @Min(value = 0, message = "Write 0 to 3,650 days.")
        @Max(value = 3650, message = "Write 0 to 3,650 days.")
        @Schema(
                description =
                        "So many days after a subscription's last day, after its cancellation, or after the last visit")
        Integer afterDays,

        @Min(value = 2, message = "Write 2 to 10 times.")
        @Max(value = 10, message = "Write 2 to 10 times.")
        @Schema(
                description = "With no_visits, instead of afterDays: when the pause is so many times as long as the "
                        + "customer's usual one, but a week at least")
        Integer timesRhythm,

        @Min(value = 1, message = "Write 1 to 10 visits.")
        @Max(value = 10, message = "Write 1 to 10 visits.")
        @Schema(defaultValue = "2", description = "With no_visits: only who came so often; 3 at least for a rhythm")
        Integer minVisits,

        @Size(max = 20, message = "At most 20 kinds.")
        @Schema(
                description = "With no_visits: what counts as a visit, too, by its kind on the timeline",
                examples = "[\"com.example.shop.order-placed\"]")
        List<
                        @NotNull(message = "Name a kind.")
                        @Size(min = 1, max = 200, message = "A kind has 1 to 200 characters.") @PlainText String>
                visitKinds,

        @Min(value = 1, message = "Write 1 to 365 days.")
        @Max(value = 365, message = "Write 1 to 365 days.")
        @Schema(defaultValue = "90", description = "Who comes back within so many days counts as won back")
        Integer wonBackDays,

        @Schema(defaultValue = "true", description = "Whether the customer is told that they are missed")
        Boolean tell,

        @Size(min = 1, max = 100, message = "A group has 1 to 100 characters.")
        @PlainText
        @Schema(description = "The agents who win back those who have no account manager")
        String group,

        @Schema(defaultValue = "true") Boolean active)
        implements Named {

    private static final int A_QUARTER = 90;
    private static final int TWICE = 2;
    private static final int RHYTHM = 3;

    LapseRuleBody {
        minVisits = minVisits == null ? (timesRhythm == null ? TWICE : RHYTHM) : minVisits;
        visitKinds = visitKinds == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(visitKinds));
        wonBackDays = wonBackDays == null ? A_QUARTER : wonBackDays;
        tell = tell == null || tell;
        active = active == null || active;
    }

    @JsonIgnore
    @AssertTrue(message = "Write either afterDays or, with no_visits and at least 3 minVisits, timesRhythm.")
    boolean isOneMeasure() {
        return (afterDays == null) != (timesRhythm == null)
                && (timesRhythm == null || sign == LapseSign.NO_VISITS && minVisits >= RHYTHM);
    }

    @JsonIgnore
    @AssertTrue(message = "subscription goes with subscriptions, and visitKinds with no_visits.")
    boolean isSensible() {
        return (subscription == null || sign != LapseSign.NO_VISITS)
                && (visitKinds.isEmpty() || sign == LapseSign.NO_VISITS);
    }
}

package helpdesk.customer.milestone;

import helpdesk.platform.text.PlainText;
import helpdesk.platform.time.PlausibleTime;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day that matters to a customer, as it is written down. */
@Schema(name = "NewMilestone")
record MilestoneBody(
        @NotNull(message = "Say what the day is.")
        @Size(min = 1, max = 100, message = "A title has 1 to 100 characters.")
        @PlainText
        @Schema(examples = "Opening of the second shop")
        String title,

        @NotNull(message = "Write the day, for example 2027-03-01.") @PlausibleTime
        LocalDate date,

        @Schema(defaultValue = "true", description = "Whether it comes again each year")
        Boolean yearly,

        @NotNull(message = "Say what is done: card or note.")
        MilestoneAct act,

        @Min(value = 0, message = "It is told 0 to 60 days ahead.")
        @Max(value = 60, message = "It is told 0 to 60 days ahead.")
        @Schema(defaultValue = "0")
        Integer leadDays,

        @Min(value = 0, message = "Write an hour from 0 to 23.")
        @Max(value = 23, message = "Write an hour from 0 to 23.")
        @Schema(defaultValue = "9", description = "At this hour where the customer lives")
        Integer hour) {

    private static final int MORNING = 9;

    MilestoneBody {
        yearly = yearly == null || yearly;
        leadDays = leadDays == null ? 0 : leadDays;
        hour = hour == null ? MORNING : hour;
    }

    MilestoneTerms terms() {
        return new MilestoneTerms(MilestoneKind.DAY, title.strip(), act, leadDays, hour);
    }
}

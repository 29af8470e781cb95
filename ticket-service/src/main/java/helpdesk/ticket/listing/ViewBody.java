package helpdesk.ticket.listing;

import helpdesk.platform.text.PlainText;
import helpdesk.ticket.input.Kept;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be written of a saved view. */
public record ViewBody(
        @Kept(message = "A view always has a name.")
        @PlainText
        @Size(max = 100, message = "A name has at most 100 characters.")
        String name,

        @Kept(message = "A view always has a filter; {} shows all tickets.")
        @Size(max = 20, message = "At most 20 criteria.")
        @Schema(
                description = "The query parameters of the list of tickets, as they would be in its address",
                examples = "{\"status\": \"new,open\", \"assignee\": \"me\"}")
        Map<
                        @NotNull(message = "Name the criterion.") String,
                        @NotNull(message = "Give a value.") @Size(max = 300, message = "At most 300 characters.")
                        String>
                filter,

        @Schema(defaultValue = "-updatedAt") String sort,

        @Min(value = 0, message = "A position is 0 to 10,000.")
        @Max(value = 10000, message = "A position is 0 to 10,000.")
        @Schema(description = "Where it stands among the views", defaultValue = "1000")
        Integer position) {

    private static final int AT_THE_END = 1_000;

    /** Fills in what was left out. */
    public ViewBody {
        sort = sort == null ? "-updatedAt" : sort;
        position = position == null ? AT_THE_END : position;
    }
}

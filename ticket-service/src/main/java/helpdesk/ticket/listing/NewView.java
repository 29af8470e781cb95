package helpdesk.ticket.listing;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A view to be kept. */
public record NewView(
        @NotNull(message = "Give the view a name.")
        @PlainText
        @Size(max = 100, message = "A name has at most 100 characters.")
        String name,

        @NotNull(message = "Give a filter; {} shows all tickets.")
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
        Integer position,

        @Schema(description = "Whether it is for everybody, which supervisors decide")
        Boolean shared) {

    /** A view is the caller's own unless it is said to be everybody's. */
    public NewView {
        shared = shared != null && shared;
    }

    ViewBody body() {
        return new ViewBody(name, filter, sort, position);
    }
}

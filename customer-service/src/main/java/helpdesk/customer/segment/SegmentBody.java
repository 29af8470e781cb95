package helpdesk.customer.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.customer.definition.Named;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be written of a segment. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SegmentBody(
        @Schema(required = false)
        @NotNull(message = "A segment has a name.")
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
        @PlainText
        String name,

        @Size(min = 1, max = 1000, message = "A description has 1 to 1,000 characters.") @PlainText(multiline = true)
        String description,

        @Schema(defaultValue = "false", description = "Whether these are the customers we would like to have more of")
        Boolean ideal,

        @Schema(required = false, description = "All of them hold of its customers")
        @NotNull(message = "Give the conditions.")
        @Size(min = 1, max = SegmentCondition.MOST, message = SegmentCondition.MOST_MESSAGE)
        List<@NotNull(message = SegmentCondition.EMPTY) @Valid SegmentCondition> conditions,

        @Schema(defaultValue = "true", description = "false: nobody belongs to it")
        Boolean active)
        implements Named {

    SegmentBody {
        ideal = ideal != null && ideal;
        active = active == null || active;
    }
}

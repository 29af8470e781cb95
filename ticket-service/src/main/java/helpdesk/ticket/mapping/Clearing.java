package helpdesk.ticket.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.mapping.EventCondition;
import helpdesk.platform.mapping.EventNames;
import helpdesk.platform.mapping.TemplateText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what it shows that a matter is over, and what is said then. */
@Schema(name = "Clearing", description = "type, when or both. An event that says that it is over opens nothing")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Clearing(
        @Pattern(regexp = EventNames.FORM, message = EventNames.MESSAGE)
        @Schema(description = "When left out, the type of the mapping")
        String type,

        @Size(max = TicketMappingBody.MOST, message = TicketMappingBody.MOST_MESSAGE)
        @Schema(description = "All of them hold when it is over")
        List<@NotNull(message = "Give a condition.") @Valid EventCondition> when,

        @TemplateText
        @Size(min = 1, max = 10000, message = "A template has 1 to 10,000 characters.")
        @Schema(description = "How it was solved", defaultValue = DEFAULT)
        String resolution) {

    static final String DEFAULT = "The system that told of it says that it is over.";

    /** Fills in what was left out. */
    public Clearing {
        when = when == null ? List.of() : when;
        resolution = resolution == null ? DEFAULT : resolution;
    }
}

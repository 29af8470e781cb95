package helpdesk.customer.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.customer.definition.Named;
import helpdesk.platform.mapping.EventCondition;
import helpdesk.platform.mapping.EventDocument;
import helpdesk.platform.mapping.EventNames;
import helpdesk.platform.mapping.EventTemplate;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be written of a mapping of events to customers. */
@Schema(name = "CustomerMappingBody")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerMappingBody(
        @Schema(required = false, description = "Of several that an event concerns, the first by name has it")
        @NotNull(message = "A mapping has a name.")
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
        @PlainText
        String name,

        @Schema(defaultValue = "true") Boolean active,

        @Schema(
                required = false,
                description = "As it is, or how it begins with a star at its end",
                examples = "com.example.till.paid")
        @NotNull(message = "Say for which type of events it is.")
        @Pattern(regexp = EventNames.FORM, message = EventNames.MESSAGE)
        String type,

        @Pattern(regexp = EventNames.FORM, message = EventNames.MESSAGE)
        @Schema(description = "The same, of the source; any when left out", examples = "/till/*")
        String source,

        @Size(max = 20, message = "At most 20 conditions.") @Schema(description = "All of them hold")
        List<@NotNull(message = "Give a condition.") @Valid EventCondition> when,

        @Schema(required = false) @NotNull(message = "Say who it is about.") @Valid
        MappedCustomer customer,

        @Valid @Schema(description = "When left out, the event tells of no visit by this mapping")
        MappedVisit visit)
        implements Named {

    CustomerMappingBody {
        active = active == null || active;
        when = when == null ? List.of() : List.copyOf(when);
    }

    /** Whether it is for an event. */
    boolean concerns(EventDocument event) {
        return EventNames.fits(type, event.type())
                && EventNames.fits(source, event.source())
                && when.stream().allMatch(condition -> condition.holds(event));
    }

    /** Each path in it, as it is written. */
    List<String> paths() {
        Stream<String> filled = Stream.concat(
                        customer.templates(), Stream.ofNullable(visit).flatMap(MappedVisit::templates))
                .flatMap(text -> EventTemplate.of(text).paths());
        return Stream.concat(when.stream().map(EventCondition::path).map(String::strip), filled)
                .distinct()
                .toList();
    }
}

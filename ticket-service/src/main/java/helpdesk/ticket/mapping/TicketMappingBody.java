package helpdesk.ticket.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.mapping.EventCondition;
import helpdesk.platform.mapping.EventDocument;
import helpdesk.platform.mapping.EventNames;
import helpdesk.platform.mapping.EventTemplate;
import helpdesk.platform.mapping.TemplateText;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What administrators write of a mapping, as a whole or, as a merge patch, in part. */
@Schema(name = "NewTicketMapping")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketMappingBody(
        @NotNull(message = "Give the mapping a name.")
        @PlainText
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
        @Schema(description = "By it staff see what wrote on a ticket", examples = "Monitoring")
        String name,

        @Schema(defaultValue = "true") Boolean active,

        @NotNull(message = "Say for which type of events it is.")
        @Pattern(regexp = EventNames.FORM, message = EventNames.MESSAGE)
        @Schema(description = "As it is, or how it begins with a star at its end", examples = "com.example.alert")
        String type,

        @Pattern(regexp = EventNames.FORM, message = EventNames.MESSAGE)
        @Schema(description = "The same, of the source; any when left out", examples = "/monitoring/*")
        String source,

        @Size(max = MOST, message = MOST_MESSAGE) @Schema(description = "All of them hold when an event opens a ticket")
        List<@NotNull(message = "Give a condition.") @Valid EventCondition> when,

        @NotNull(message = "Say by what one matter is told from another: {{data.fingerprint}}.")
        @TemplateText
        @PlainText
        @Size(max = MappedTicket.LINE, message = MappedTicket.LINE_MESSAGE)
        @Schema(
                description = "As long as the ticket of a key is not solved, no event with that key opens another",
                examples = "{{data.fingerprint}}")
        String key,

        @NotNull(message = "Say which ticket it opens.") @Valid
        MappedTicket ticket,

        @TemplateText
        @Size(min = 1, max = 10000, message = "A template has 1 to 10,000 characters.")
        @Schema(
                description =
                        "What is noted for staff when it is told again; nothing when left out. At most 100 notes on a ticket")
        String again,

        @Valid @Schema(description = "When it is over; when left out, people solve the tickets")
        Clearing clear) {

    /** How many conditions there are at most. */
    static final int MOST = 20;

    /** What {@link #MOST} says. */
    static final String MOST_MESSAGE = "At most 20 conditions.";

    /** Fills in what was left out. */
    public TicketMappingBody {
        active = active == null || active;
        when = when == null ? List.of() : when;
    }

    /** What an event is for it; empty when it is nothing. */
    Optional<Turn> turn(EventDocument event) {
        if (!EventNames.fits(source, event.source())) {
            return Optional.empty();
        }
        if (clear != null
                && EventNames.fits(clear.type() == null ? type : clear.type(), event.type())
                && hold(clear.when(), event)) {
            return Optional.of(Turn.CLEARS);
        }
        return EventNames.fits(type, event.type()) && hold(when, event) ? Optional.of(Turn.OPENS) : Optional.empty();
    }

    private static boolean hold(List<EventCondition> conditions, EventDocument event) {
        return conditions.stream().allMatch(condition -> condition.holds(event));
    }

    /** Each path in it, as it is written. */
    List<String> paths() {
        List<EventCondition> clearing = clear == null ? List.of() : clear.when();
        Stream<String> asked = Stream.concat(when.stream(), clearing.stream()).map(EventCondition::path);
        Stream<String> filled = Stream.of(
                        Stream.of(key),
                        ticket.templates(),
                        Stream.ofNullable(again),
                        Stream.ofNullable(clear).map(Clearing::resolution))
                .flatMap(texts -> texts)
                .flatMap(text -> EventTemplate.of(text).paths());
        return Stream.concat(asked, filled).map(String::strip).distinct().toList();
    }
}

package helpdesk.ticket.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.mapping.TemplateText;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.vocabulary.Priority;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ticket that an event opens, as templates. */
@Schema(name = "MappedTicket")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MappedTicket(
        @NotNull(message = "Say in a line what it is about.")
        @TemplateText
        @PlainText
        @Size(max = LINE, message = LINE_MESSAGE)
        @Schema(examples = "{{data.labels.alertname}} on {{data.labels.service|an unknown service}}")
        String subject,

        @NotNull(message = "Describe the matter.")
        @TemplateText
        @PlainText(multiline = true, message = "Describe the matter.")
        @Size(max = 10000, message = "A template has at most 10,000 characters.")
        String description,

        @TemplateText
        @Size(min = 1, max = LINE, message = LINE_MESSAGE)
        @Schema(description = "question, request, complaint or incident once it is filled", defaultValue = "incident")
        String type,

        @TemplateText
        @Size(min = 1, max = LINE, message = LINE_MESSAGE)
        @Schema(
                description = "low, normal, high or urgent once it is filled, or a word of priorities",
                defaultValue = "normal",
                examples = "{{data.labels.severity|normal}}")
        String priority,

        @Size(max = 20, message = "At most 20 words.")
        @Schema(
                description = "What the words of the other system for how urgent it is mean here",
                examples = "{\"critical\": \"urgent\", \"warning\": \"high\"}")
        Map<
                        @Size(min = 1, max = 100, message = "A word has 1 to 100 characters.") String,
                        @NotNull(message = "Say what it means.") Priority>
                priorities,

        @Size(max = 20, message = "At most 20 tags.")
        @Schema(description = "What cannot stand in a tag becomes a dash. An empty one is left out")
        List<@NotNull(message = "A tag is a text.") @TemplateText @Size(max = LINE, message = LINE_MESSAGE) String>
                tags,

        @TemplateText @Size(min = 1, max = LINE, message = LINE_MESSAGE)
        String category,

        @Valid
        @Schema(description = "When left out, the mapping is who asks, and nobody gets messages about the ticket")
        MappedRequester requester) {

    /** The most characters that a template for a line has. */
    static final int LINE = 500;

    /** What {@link #LINE} says. */
    static final String LINE_MESSAGE = "A template for one line has 1 to 500 characters.";

    private static final String INCIDENT = "incident";
    private static final String NORMAL = "normal";

    /** Fills in what was left out. */
    public MappedTicket {
        type = type == null ? INCIDENT : type;
        priority = priority == null ? NORMAL : priority;
        priorities = priorities == null ? Map.of() : priorities;
        tags = tags == null ? List.of() : tags;
    }

    Stream<String> templates() {
        return Stream.of(
                        Stream.of(subject, description, type, priority),
                        tags.stream(),
                        Stream.ofNullable(category),
                        Stream.ofNullable(requester).flatMap(MappedRequester::templates))
                .flatMap(texts -> texts)
                .filter(Objects::nonNull);
    }
}

package helpdesk.ticket.macro;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.field.CustomField;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.ticketing.OpenTicket;
import helpdesk.ticket.ticketing.TicketPatch;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a macro changes; what it does not name stays. */
@Schema(name = "MacroChanges")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MacroChanges(
        TicketStatus status,
        Priority priority,

        @PlainText @Size(max = 100, message = "A group has at most 100 characters.")
        String group,

        @Pattern(
                regexp = "me|none|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                message = "Use me, none, or an agent's id.")
        @Schema(description = "me, none, or an agent's id")
        String assignee,

        @Size(max = 20, message = "At most 20 tags.")
        List<
                        @NotNull(message = "A tag is a text.")
                        @Pattern(regexp = OpenTicket.TAG, message = OpenTicket.TAG_MESSAGE) String>
                addTags,

        @Size(max = 20, message = "At most 20 tags.")
        List<
                        @NotNull(message = "A tag is a text.")
                        @Pattern(regexp = OpenTicket.TAG, message = OpenTicket.TAG_MESSAGE) String>
                removeTags,

        @PlainText @Size(max = 100, message = "A category has at most 100 characters.")
        String category,

        @PlainText @Size(max = 100, message = "A cause has at most 100 characters.")
        String cause,

        @Size(max = 50, message = "At most 50 custom fields.")
        @Schema(description = "Other custom fields stay; null empties one", maxProperties = 50)
        Map<
                        @Pattern(regexp = CustomField.NAME, message = CustomField.NAME_MESSAGE) String,
                        @CustomField(emptiable = true) JsonNode>
                customFields,

        @PlainText(multiline = true)
        @Size(max = 10000, message = "A resolution has at most 10,000 characters.")
        @KnownPlaceholders
        String resolution) {

    /** Nothing is changed. */
    public static MacroChanges none() {
        return new MacroChanges(null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * The ticket with these changes.
     *
     * @param me who applies them; null when that is no person
     * @param filled the resolution with its placeholders filled
     */
    public TicketPatch applyTo(TicketPatch ticket, UUID me, String filled) {
        return new TicketPatch(
                ticket.subject(),
                or(priority, ticket.priority()),
                or(status, ticket.status()),
                assignee(ticket.assigneeId(), me),
                or(group, ticket.group()),
                tagged(ticket.tags()),
                or(category, ticket.category()),
                or(cause, ticket.cause()),
                written(ticket.customFields()),
                or(filled, ticket.resolution()),
                ticket.followerIds(),
                ticket.problemId());
    }

    /** The tags as they become. */
    public List<String> tagged(List<String> present) {
        SequencedSet<String> tags = new LinkedHashSet<>(present);
        if (addTags != null) {
            tags.addAll(addTags);
        }
        if (removeTags != null) {
            removeTags.forEach(tags::remove);
        }
        return List.copyOf(tags);
    }

    private Map<String, JsonNode> written(Map<String, JsonNode> present) {
        if (customFields == null) {
            return present;
        }
        Map<String, JsonNode> written = new TreeMap<>(present);
        customFields.forEach((key, value) -> {
            if (value == null || value.isNull()) {
                written.remove(key);
            } else {
                written.put(key, value);
            }
        });
        return written;
    }

    private UUID assignee(UUID present, UUID me) {
        return switch (assignee) {
            case null -> present;
            case "none" -> null;
            case "me" -> {
                if (me == null) {
                    throw PlatformProblem.INVALID_REQUEST.at("", "Only a person can take the ticket by this macro.");
                }
                yield me;
            }
            default -> UUID.fromString(assignee);
        };
    }

    private static <T> T or(T wanted, T present) {
        return wanted == null ? present : wanted;
    }
}

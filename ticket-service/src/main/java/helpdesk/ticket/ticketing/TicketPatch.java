package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What can be written of a ticket. */
public record TicketPatch(
        @NotBlank(message = "Say in a line what it is about.")
        @Size(max = 300, message = "A subject has at most 300 characters.")
        String subject,

        @NotNull(message = "A ticket always has a priority.")
        Priority priority,

        @NotNull(message = "A ticket always has a status.") TicketStatus status,
        UUID assigneeId,

        @NotBlank(message = "A ticket always belongs to a group.")
        @Size(max = 100, message = "A group has at most 100 characters.")
        String group,

        @Size(max = 50, message = "At most 50 tags.")
        List<
                        @NotNull(message = "A tag is a text.")
                        @Pattern(
                                regexp = OpenTicket.TAG,
                                message = "A tag has 1 to 50 letters, digits, dots, dashes or underscores.")
                        String>
                tags,

        @Size(min = 1, max = 100, message = "A category has 1 to 100 characters.")
        String category,

        @Size(min = 1, max = 100, message = "A cause has 1 to 100 characters.")
        String cause,

        @Size(max = 50, message = "At most 50 custom fields.")
        Map<@Size(min = 1, max = 60, message = "A field's name has 1 to 60 characters.") String, JsonNode> customFields,

        @Pattern(regexp = "(?s).*\\S.*", message = "A resolution is not blank.")
        @Size(max = 10000, message = "A resolution has at most 10,000 characters.")
        String resolution) {

    /** Lists that were removed are empty. */
    public TicketPatch {
        tags = tags == null ? List.of() : tags.stream().distinct().toList();
        customFields = customFields == null ? Map.of() : customFields;
    }

    static TicketPatch of(Ticket ticket) {
        TicketContent content = ticket.content();
        return new TicketPatch(
                content.subject(),
                content.priority(),
                ticket.status(),
                ticket.assignee() == null ? null : ticket.assignee().id(),
                content.group(),
                content.tags(),
                content.category(),
                content.cause(),
                content.customFields(),
                ticket.resolution());
    }

    TicketContent content(String description) {
        return new TicketContent(subject, description, priority, group, tags, category, cause, customFields);
    }
}

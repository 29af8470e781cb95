package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.field.CustomField;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.input.Kept;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be written of a ticket. */
public record TicketPatch(
        @Kept(message = "A ticket always has a subject.")
        @PlainText
        @Size(max = 300, message = "A subject has at most 300 characters.")
        String subject,

        @Kept(message = "A ticket always has a priority.") Priority priority,

        @Kept(message = "A ticket always has a status.") TicketStatus status,
        UUID assigneeId,

        @Kept(message = "A ticket always belongs to a group.")
        @PlainText
        @Size(max = 100, message = "A group has at most 100 characters.")
        String group,

        @Size(max = 200, message = "At most 200 tags.")
        List<
                        @NotNull(message = "A tag is a text.")
                        @Pattern(regexp = OpenTicket.TAG, message = OpenTicket.TAG_MESSAGE) String>
                tags,

        @PlainText @Size(max = 100, message = "A category has at most 100 characters.")
        String category,

        @PlainText @Size(max = 100, message = "A cause has at most 100 characters.")
        String cause,

        @Size(max = 50, message = "At most 50 custom fields.")
        @Schema(description = CustomField.DESCRIPTION, maxProperties = 50)
        Map<@Pattern(regexp = CustomField.NAME, message = CustomField.NAME_MESSAGE) String, @CustomField JsonNode>
                customFields,

        @PlainText(multiline = true, message = "A resolution is not blank.")
        @Size(max = 10000, message = "A resolution has at most 10,000 characters.")
        String resolution,

        @Size(max = MOST_FOLLOWERS, message = "At most 200 followers.")
        List<@NotNull(message = "A follower is an agent's id.") UUID> followerIds,

        @Schema(description = "The ticket that this one is an incident of; null for none")
        UUID problemId) {

    static final int MOST_FOLLOWERS = 200;

    /** Lists that were removed are empty. */
    public TicketPatch {
        tags = tags == null ? List.of() : tags.stream().distinct().toList();
        customFields = customFields == null ? Map.of() : customFields;
        followerIds = followerIds == null
                ? List.of()
                : followerIds.stream().distinct().toList();
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
                ticket.progress().resolution(),
                ticket.relations().followerIds(),
                ticket.relations().problemId());
    }

    /** @param fields the custom fields as they are kept */
    TicketContent content(Map<String, JsonNode> fields) {
        return new TicketContent(subject, priority, group, tags, category, cause, fields);
    }
}

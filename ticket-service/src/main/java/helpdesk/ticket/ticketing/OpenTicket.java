package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.field.CustomField;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is needed to open a ticket. Type, channel and priority are question, api and normal when left out. */
public record OpenTicket(
        @NotNull(message = "Say in a line what it is about.")
        @PlainText
        @Size(max = 300, message = "A subject has at most 300 characters.")
        String subject,

        @NotNull(message = "Describe the matter.")
        @PlainText(multiline = true, message = "Describe the matter.")
        @Size(max = 65536, message = "A description has at most 65,536 characters.")
        String description,

        @Schema(defaultValue = "question") TicketType type,
        @Schema(defaultValue = "api") Channel channel,
        @Schema(defaultValue = "normal") Priority priority,
        @NotNull(message = "Say who asks.") @Valid RequesterRequest requester,

        @LanguageTag @Schema(description = "BCP 47. When left out, the known customer's first language")
        String language,

        @Size(max = 200, message = "At most 200 tags.")
        List<@NotNull(message = "A tag is a text.") @Pattern(regexp = TAG, message = TAG_MESSAGE) String> tags,

        @PlainText @Size(max = 100, message = "A category has at most 100 characters.")
        String category,

        @Size(max = 50, message = "At most 50 custom fields.")
        @Schema(description = CustomField.DESCRIPTION, maxProperties = 50)
        Map<@Pattern(regexp = CustomField.NAME, message = CustomField.NAME_MESSAGE) String, @CustomField JsonNode>
                customFields,

        @PlainText
        @Size(max = 200, message = "An external id has at most 200 characters.")
        @Schema(description = "Your own id for it; unique among the tickets you open")
        String externalId) {

    /** Letters with their marks: those of Hindi, Bengali and Tamil have vowel signs. */
    public static final String TAG = "[\\p{L}\\p{M}\\p{N}._-]{1,50}";

    /** What {@link #TAG} says. */
    public static final String TAG_MESSAGE = "A tag has 1 to 50 letters, digits, dots, dashes or underscores.";

    /** Fills in what was left out. */
    public OpenTicket {
        type = type == null ? TicketType.QUESTION : type;
        channel = channel == null ? Channel.API : channel;
        priority = priority == null ? Priority.NORMAL : priority;
        tags = tags == null ? List.of() : tags.stream().distinct().toList();
        customFields = customFields == null ? Map.of() : customFields;
    }
}

package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** What is needed to open a ticket. Type, channel and priority are question, api and normal when left out. */
public record OpenTicket(
        @NotBlank(message = "Say in a line what it is about.")
        @Size(max = 300, message = "A subject has at most 300 characters.")
        String subject,

        @NotBlank(message = "Describe the matter.")
        @Size(max = 65536, message = "A description has at most 65,536 characters.")
        String description,

        TicketType type,
        Channel channel,
        Priority priority,
        @NotNull(message = "Say who asks.") @Valid RequesterRequest requester,
        @LanguageTag String language,

        @Valid @Size(max = 50, message = "At most 50 tags.")
        List<
                        @NotNull(message = "A tag is a text.")
                        @Pattern(
                                regexp = TAG,
                                message = "A tag has 1 to 50 letters, digits, dots, dashes or underscores.")
                        String>
                tags,

        @Size(min = 1, max = 100, message = "A category has 1 to 100 characters.")
        String category,

        @Size(max = 50, message = "At most 50 custom fields.")
        Map<@Size(min = 1, max = 60, message = "A field's name has 1 to 60 characters.") String, JsonNode> customFields,

        @Size(min = 1, max = 200, message = "An external id has 1 to 200 characters.")
        String externalId) {

    static final String TAG = "[\\p{L}\\p{N}._-]{1,50}";

    /** Fills in what was left out. */
    public OpenTicket {
        type = type == null ? TicketType.QUESTION : type;
        channel = channel == null ? Channel.API : channel;
        priority = priority == null ? Priority.NORMAL : priority;
        tags = tags == null ? List.of() : tags.stream().distinct().toList();
        customFields = customFields == null ? Map.of() : customFields;
    }
}

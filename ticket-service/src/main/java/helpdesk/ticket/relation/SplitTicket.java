package helpdesk.ticket.relation;

import helpdesk.platform.text.PlainText;
import helpdesk.ticket.vocabulary.TicketType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a ticket becomes a ticket of its own. */
public record SplitTicket(
        @NotNull(message = "Name the comments that go.") @Size(min = 1, max = 100, message = "Name 1 to 100 comments.")
        List<@NotNull(message = "Name a comment by its id.") UUID> commentIds,

        @NotNull(message = "Say in a line what the new ticket is about.")
        @PlainText
        @Size(max = 300, message = "A subject has at most 300 characters.")
        String subject,

        @PlainText(multiline = true)
        @Size(max = 65536, message = "A description has at most 65,536 characters.")
        @Schema(description = "When left out, the first of the comments that is public")
        String description,

        @Schema(description = "When left out, that of the ticket")
        TicketType type) {}

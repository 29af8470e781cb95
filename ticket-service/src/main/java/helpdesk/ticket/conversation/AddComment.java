package helpdesk.ticket.conversation;

import helpdesk.platform.text.PlainText;
import helpdesk.ticket.vocabulary.Channel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody writes on a ticket. Public, and through the ticket's own channel, when nothing else is said. */
public record AddComment(
        @NotNull(message = "Write something.")
        @PlainText(multiline = true, message = "Write something.")
        @Size(max = 65536, message = "A comment has at most 65,536 characters.")
        @Schema(
                description =
                        "@username names a colleague, who follows the ticket from then on. Of a mail, the history that it "
                                + "quotes is taken out.")
        String body,

        Visibility visibility,
        Channel channel,

        @Size(max = 20, message = "At most 20 attachments.")
        @Schema(description = "Files that were sent to the ticket before")
        List<@NotNull(message = "Name an attachment by its id.") UUID> attachmentIds) {

    /** Fills in what was left out. */
    public AddComment {
        visibility = visibility == null ? Visibility.PUBLIC : visibility;
        attachmentIds = attachmentIds == null
                ? List.of()
                : attachmentIds.stream().distinct().toList();
    }

    /** A plain text through the ticket's own channel. */
    public static AddComment of(String body, Visibility visibility) {
        return new AddComment(body, visibility, null, List.of());
    }
}

package helpdesk.ticket.conversation;

import helpdesk.platform.text.PlainText;
import helpdesk.ticket.vocabulary.Channel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody writes on a ticket. Public, and through the ticket's own channel, when nothing else is said. */
public record AddComment(
        @NotNull(message = "Write something.")
        @PlainText(multiline = true, message = "Write something.")
        @Size(max = 65536, message = "A comment has at most 65,536 characters.")
        String body,

        Visibility visibility,
        Channel channel) {

    /** Fills in what was left out. */
    public AddComment {
        visibility = visibility == null ? Visibility.PUBLIC : visibility;
    }
}

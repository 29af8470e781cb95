package helpdesk.ticket.request;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the requester writes. */
public record ReplyToRequest(
        @NotNull(message = "Write something.")
        @PlainText(multiline = true, message = "Write something.")
        @Size(max = 65536, message = "A comment has at most 65,536 characters.")
        String body) {}

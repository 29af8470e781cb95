package helpdesk.ticket.request;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the requester writes. */
public record ReplyToRequest(
        @NotNull(message = "Write something.")
        @PlainText(multiline = true, message = "Write something.")
        @Size(max = 65536, message = "A comment has at most 65,536 characters.")
        String body,

        @Size(max = 20, message = "At most 20 attachments.")
        @Schema(description = "Files that were sent by this link before")
        List<@NotNull(message = "Name an attachment by its id.") UUID> attachmentIds) {

    /** Attachments that are left out are none. */
    public ReplyToRequest {
        attachmentIds = attachmentIds == null
                ? List.of()
                : attachmentIds.stream().distinct().toList();
    }
}

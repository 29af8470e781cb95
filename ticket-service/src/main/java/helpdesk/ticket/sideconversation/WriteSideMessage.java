package helpdesk.ticket.sideconversation;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A word to, or of, a third party. */
public record WriteSideMessage(
        @NotNull(message = "Write something.")
        @PlainText(multiline = true, message = "Write something.")
        @Size(max = 65536, message = "A message has at most 65,536 characters.")
        String body) {}

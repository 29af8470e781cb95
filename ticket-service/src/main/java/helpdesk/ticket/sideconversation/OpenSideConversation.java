package helpdesk.ticket.sideconversation;

import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What to ask a third party. */
public record OpenSideConversation(
        @NotNull(message = "Say in a line what it is about.")
        @PlainText
        @Size(max = 300, message = "A subject has at most 300 characters.")
        String subject,

        @NotNull(message = "Say whom to ask.") @Valid Party party,

        @NotNull(message = "Write something.")
        @PlainText(multiline = true, message = "Write something.")
        @Size(max = 65536, message = "A message has at most 65,536 characters.")
        String body) {}

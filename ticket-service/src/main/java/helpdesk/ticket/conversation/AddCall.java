package helpdesk.ticket.conversation;

import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call to be put down. Without a note, the entry says what happened in a line. */
public record AddCall(
        @NotNull(message = "Describe the call.") @Valid CallDetails call,

        @PlainText(multiline = true)
        @Size(max = 65536, message = "A note has at most 65,536 characters.")
        @Schema(description = "What was said, or the message that was left")
        String note) {}

package helpdesk.ticket.channel;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who wrote on a network. Without a name the handle stands for it. */
@Schema(name = "ChannelSender")
public record Sender(
        @NotNull(message = "Give the handle.")
        @PlainText
        @Pattern(regexp = "(?sU)[\\s@]*+[^\\s@].*+", message = "Write more than the @.")
        @Size(max = 100, message = "A handle has at most 100 characters.")
        String handle,

        @PlainText @Size(max = 200, message = "A name has at most 200 characters.")
        String name) {}

package helpdesk.customer.profile;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer says of being told things, and how we know. */
record ConsentBody(
        @NotNull(message = "Say for what: surveys, rewards, greetings or offers.")
        Purpose purpose,

        @Schema(description = "Left out, it is said of all channels")
        ContactChannel channel,

        @NotNull(message = "Say whether it is granted or refused.")
        Boolean granted,

        @NotNull(message = "Say how the customer said so.")
        @Size(min = 1, max = 200, message = "How has 1 to 200 characters.")
        @PlainText
        @Schema(examples = "Box on the order form, not ticked beforehand")
        String how,

        @Size(min = 1, max = 1000, message = "A proof has 1 to 1,000 characters.")
        @PlainText(multiline = true)
        @Schema(description = "What shows it later: a form's id, a recording, the words")
        String proof) {}

package helpdesk.ticket.catalogue;

import helpdesk.platform.text.PlainText;
import helpdesk.ticket.input.Kept;
import jakarta.validation.constraints.Size;

/** What can be written of a category or cause. Its path stays, because tickets carry it. */
public record TopicPatch(
        @Kept(message = "It always has a name.")
        @PlainText
        @Size(max = 100, message = "A name has at most 100 characters.")
        String name,

        @Kept(message = "It is active or not.") Boolean active) {}

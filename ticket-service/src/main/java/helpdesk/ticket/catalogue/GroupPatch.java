package helpdesk.ticket.catalogue;

import helpdesk.platform.text.PlainText;
import helpdesk.ticket.input.Kept;
import jakarta.validation.constraints.Size;

/** What can be written of a group. Its name stays, because tickets carry it. */
public record GroupPatch(
        @PlainText(multiline = true) @Size(max = 500, message = "A description has at most 500 characters.")
        String description,

        @Kept(message = "A group is active or not.") Boolean active) {}

package helpdesk.ticket.catalogue;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group to be. */
@Schema(name = "NewGroup")
public record NewGroup(
        @NotNull(message = "Give the group a name.")
        @PlainText
        @Size(max = 100, message = "A name has at most 100 characters.")
        String name,

        @PlainText(multiline = true) @Size(max = 500, message = "A description has at most 500 characters.")
        String description) {}

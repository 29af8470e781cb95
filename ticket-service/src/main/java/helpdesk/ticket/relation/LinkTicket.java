package helpdesk.ticket.relation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link to be. */
public record LinkTicket(
        @NotNull(message = "Name the other ticket.")
        @Size(min = 1, max = 40, message = "Name a ticket by its id or number.")
        @Schema(description = "By id or number")
        String ticket,

        @NotNull(message = "Say what it has to do with the other: related or duplicate.")
        LinkKind kind) {}

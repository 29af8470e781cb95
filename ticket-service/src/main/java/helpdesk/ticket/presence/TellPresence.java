package helpdesk.ticket.presence;

import jakarta.validation.constraints.NotNull;

/** What the caller does with the ticket right now. */
public record TellPresence(
        @NotNull(message = "Say what you do: viewing, writing or gone.")
        Activity activity) {}

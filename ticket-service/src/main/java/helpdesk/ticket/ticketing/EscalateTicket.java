package helpdesk.ticket.ticketing;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why more experienced people are needed. */
public record EscalateTicket(
        @NotNull(message = "Say why.")
        @PlainText(multiline = true, message = "Say why.")
        @Size(max = 1000, message = "A reason has at most 1,000 characters.")
        String reason) {}

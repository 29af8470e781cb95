package helpdesk.ticket.ticketing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why more experienced people are needed. */
public record EscalateTicket(
        @NotBlank(message = "Say why.") @Size(max = 1000, message = "A reason has at most 1,000 characters.")
        String reason) {}

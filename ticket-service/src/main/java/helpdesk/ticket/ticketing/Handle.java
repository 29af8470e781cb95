package helpdesk.ticket.ticketing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A name on a network, for example {@code {"network":"x","handle":"amara"}}. */
public record Handle(
        @NotBlank(message = "Name the network.") @Size(max = 50, message = "At most 50 characters.")
        String network,

        @NotBlank(message = "Give the handle.") @Size(max = 100, message = "At most 100 characters.")
        String handle) {}

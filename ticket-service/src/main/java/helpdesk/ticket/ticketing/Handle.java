package helpdesk.ticket.ticketing;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A name on a network, for example {@code {"network":"x","handle":"amara"}}. */
public record Handle(
        @NotNull(message = "Name the network.")
        @PlainText
        @Size(max = 50, message = "A network has at most 50 characters.")
        String network,

        @NotNull(message = "Give the handle.")
        @PlainText
        @Pattern(regexp = "(?sU)[\\s@]*+[^\\s@].*+", message = "Write more than the @.")
        @Size(max = 100, message = "A handle has at most 100 characters.")
        String handle) {}

package helpdesk.customer.profile;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A name on a network, for example {@code {"network":"x","handle":"amara_okafor"}}. */
public record Handle(
        @NotNull(message = "Name the network, for example facebook or x.")
        @Size(max = LONGEST_NETWORK, message = "The network's name has at most 50 characters.")
        @PlainText
        String network,

        @NotNull(message = "Give the name on the network, for example amara_okafor.")
        @Size(max = LONGEST_HANDLE, message = "The name on the network has at most 100 characters.")
        @Pattern(regexp = "(?sU)[\\s@]*+[^\\s@].*+", message = "Write more than the @.")
        @PlainText
        String handle) {

    static final int LONGEST_NETWORK = 50;
    static final int LONGEST_HANDLE = 100;
}

package helpdesk.customer.profile;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An identity as somebody names it.
 *
 * @param network of a handle only
 */
record NamedIdentity(
        @NotNull(message = "Say whether it is an email, a phone or a handle.")
        @Pattern(regexp = "email|phone|handle", message = "Write email, phone or handle.")
        @Schema(enumeration = {"email", "phone", "handle"})
        String kind,

        @NotNull(message = "Write the address, the number or the handle.")
        @Size(min = 1, max = 254, message = "It has at most 254 characters.")
        @PlainText
        String value,

        @Size(max = Handle.LONGEST_NETWORK, message = "The network's name has at most 50 characters.") @PlainText
        String network,

        @Size(min = 1, max = 500, message = "A reason has 1 to 500 characters.")
        @PlainText
        @Schema(description = "Why, for the history")
        String reason) {

    /**
     * The identity.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request} when it can be none
     */
    Identity identity() {
        if ("handle".equals(kind) && network == null) {
            throw PlatformProblem.INVALID_REQUEST.at("/network", "Name the network, for example facebook or x.");
        }
        Optional<Identity> identity =
                switch (kind) {
                    case "email" -> Identity.email(value);
                    case "phone" -> Identity.phone(value);
                    default -> Identity.handle(new Handle(network, value));
                };
        return identity.orElseThrow(() -> PlatformProblem.INVALID_REQUEST.at(
                "/value", "Write a mail address, a phone number with its country code, or a handle."));
    }
}

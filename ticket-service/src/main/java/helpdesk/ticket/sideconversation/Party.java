package helpdesk.ticket.sideconversation;

import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who is neither the customer nor one of us. */
@Schema(name = "ThirdParty")
public record Party(
        @NotNull(message = "Give a name.") @PlainText @Size(max = 200, message = "A name has at most 200 characters.")
        String name,

        @NotNull(message = "Give a mail address.") @EmailAddress
        String email) {}

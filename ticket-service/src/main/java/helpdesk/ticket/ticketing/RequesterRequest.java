package helpdesk.ticket.ticketing;

import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.contact.Phone;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who asks: a customer by id, or anybody by what is known of them. */
@OneIdentity
@Schema(
        name = "RequesterToOpen",
        description =
                "Either customerId, or any of name, email, phone and handle. Without a name the contact stands for it.")
public record RequesterRequest(
        UUID customerId,

        @PlainText @Size(max = 200, message = "A name has at most 200 characters.")
        String name,

        @EmailAddress String email,
        @Phone String phone,
        @Valid Handle handle) {}

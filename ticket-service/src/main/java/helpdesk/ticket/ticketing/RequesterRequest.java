package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.contact.Phone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import java.util.stream.Stream;

/** Who asks: a customer by id, or anybody by what is known of them. */
public record RequesterRequest(
        UUID customerId,

        @Pattern(regexp = "(?s).*\\S.*", message = "A name is not blank.")
        @Size(max = 200, message = "A name has at most 200 characters.")
        String name,

        @EmailAddress String email,
        @Phone String phone,
        @Valid Handle handle) {

    @JsonIgnore
    @AssertTrue(message = "Give either a customerId, or a mail address, phone number, handle or name.")
    public boolean isIdentifiable() {
        boolean anyContact = Stream.of(name, email, phone, handle).anyMatch(value -> value != null);
        return (customerId != null) != anyContact;
    }
}

package helpdesk.ticket.request;

import com.fasterxml.jackson.annotation.JsonIgnore;
import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.contact.Phone;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The public form: whoever needs help fills it in, without an account. */
public record OpenRequest(
        @NotBlank(message = "Tell us your name.") @Size(max = 200, message = "A name has at most 200 characters.")
        String name,

        @EmailAddress String email,
        @Phone String phone,

        @NotBlank(message = "Say in a line what it is about.")
        @Size(max = 300, message = "A subject has at most 300 characters.")
        String subject,

        @NotBlank(message = "Describe the matter.")
        @Size(max = 65536, message = "A description has at most 65,536 characters.")
        String description,

        @LanguageTag String language) {

    @JsonIgnore
    @AssertTrue(message = "Tell us a mail address or a phone number, so that we can answer.")
    public boolean isReachable() {
        return email != null || phone != null;
    }
}

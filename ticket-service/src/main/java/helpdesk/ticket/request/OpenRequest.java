package helpdesk.ticket.request;

import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.contact.Phone;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The public form: whoever needs help fills it in, without an account. */
@Reachable
@Schema(description = "Of email and phone at least one, so that we can answer.")
public record OpenRequest(
        @NotNull(message = "Tell us your name.")
        @PlainText
        @Size(max = 200, message = "A name has at most 200 characters.")
        String name,

        @EmailAddress String email,
        @Phone String phone,

        @NotNull(message = "Say in a line what it is about.")
        @PlainText
        @Size(max = 300, message = "A subject has at most 300 characters.")
        String subject,

        @NotNull(message = "Describe the matter.")
        @PlainText(multiline = true, message = "Describe the matter.")
        @Size(max = 65536, message = "A description has at most 65,536 characters.")
        String description,

        @LanguageTag @Schema(description = "BCP 47. When left out, the first that Accept-Language asks for")
        String language,

        @Schema(defaultValue = "web", description = "chat: the sender stays and waits for the answer")
        RequestChannel channel) {

    RequestChannel channelOrDefault() {
        return channel == null ? RequestChannel.WEB : channel;
    }
}

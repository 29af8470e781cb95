package helpdesk.ticket.standard;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.vocabulary.Channel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way to reach the organisation. */
@Schema(name = "PublicContact")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicContact(
        @NotNull(message = "Say by which channel.") Channel channel,

        @NotNull(message = "Give the address.")
        @PlainText
        @Size(max = 300, message = "An address has at most 300 characters.")
        @Schema(
                description = "A mail address, a phone number, the address of a page, a street",
                examples = "help@example.org")
        String address,

        @PlainText @Size(max = 300, message = "A note has at most 300 characters.")
        String note) {}

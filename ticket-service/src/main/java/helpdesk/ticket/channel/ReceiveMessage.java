package helpdesk.ticket.channel;

import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.text.PlainText;
import helpdesk.platform.time.PlausibleTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message of a customer that an adapter brings from a network. Words only: files are not taken by this way. */
public record ReceiveMessage(
        @NotNull(message = NetworkName.MESSAGE) @Pattern(regexp = NetworkName.FORM, message = NetworkName.MESSAGE)
        String network,

        @NotNull(message = "Say whether it is social or chat.")
        NetworkChannel channel,

        @NotNull(message = "Give the conversation's id on the network.")
        @PlainText
        @Size(max = 200, message = "A conversation's id has at most 200 characters.")
        @Schema(
                description =
                        "A conversation is with one person. Where many write, make it of the place and the person")
        String conversationId,

        @NotNull(message = "Give the message's id on the network.")
        @PlainText
        @Size(max = 200, message = "A message's id has at most 200 characters.")
        @Schema(description = "The same message again has no second effect")
        String messageId,

        @NotNull(message = "Say who wrote it.") @Valid Sender from,

        @NotNull(message = "A message has a text.")
        @PlainText(multiline = true, message = "A message has a text.")
        @Size(max = 65536, message = "A text has at most 65,536 characters.")
        String text,

        @PlausibleTime
        @Schema(description = "When it was written there; by it the conversation is ordered. One in the future is now")
        Instant sentAt,

        @LanguageTag @Schema(description = "BCP 47") String language,

        @PlainText
        @Size(max = 200, message = "A message's id has at most 200 characters.")
        @Schema(description = "The id of the message that it answers; kept with it")
        String inReplyTo) {}

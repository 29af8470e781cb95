package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message as the API shows it.
 *
 * @param to the mail address or phone number, or inside the product the id of the customer or ticket
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
        UUID id,
        MessageKind kind,
        MessageChannel channel,
        String to,
        String language,
        String subject,
        String body,
        UUID ticketId,
        UUID customerId,
        MessageState state,
        List<MessageAttempt> attempts,
        List<MessageAttachmentView> attachments,
        Instant createdAt,
        long version) {

    static MessageView of(Message message) {
        return new MessageView(
                message.id(),
                message.kind(),
                message.channel(),
                message.recipient(),
                message.language(),
                message.subject(),
                message.body(),
                message.ticketId(),
                message.customerId(),
                message.state(),
                message.attempts(),
                MessageAttachmentView.of(message.id(), message.attachments()),
                message.createdAt(),
                message.version());
    }
}

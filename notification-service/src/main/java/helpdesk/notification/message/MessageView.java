package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message as the API shows it.
 *
 * @param to the mail address or phone number, or inside the product the id of the customer or ticket
 * @param html the same words as HTML, only when one message is read
 * @param sendAfter it is not sent before, because of quiet hours; absent for at once
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
        String html,
        UUID ticketId,
        UUID customerId,
        MessageState state,
        List<MessageAttempt> attempts,
        List<MessageAttachmentView> attachments,
        Instant sendAfter,
        Instant createdAt,
        long version) {

    /** As lists show it. */
    static MessageView of(Message message) {
        return of(message, null);
    }

    /** With its HTML. */
    static MessageView whole(Message message) {
        return of(message, message.html());
    }

    private static MessageView of(Message message, String html) {
        return new MessageView(
                message.id(),
                message.kind(),
                message.channel(),
                message.recipient(),
                message.language(),
                message.subject(),
                message.body(),
                html,
                message.ticketId(),
                message.customerId(),
                message.state(),
                message.attempts(),
                MessageAttachmentView.of(message.id(), message.attachments()),
                message.sendAfter(),
                message.createdAt(),
                message.version());
    }
}

package helpdesk.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message that is this process's to send for a while.
 *
 * @param html the same words, or null where they are too many
 * @param lane the recipient's domain, or what else shares places and rate
 * @param attempts which attempt this is, whoever made the others
 * @param tries how often it was tried since it was queued, this one included
 * @param begunAt when a former attempt had the mail server take the whole, of which nobody knows the end; else null
 * @param doubts of how many attempts nobody knows whether they arrived
 */
public record ClaimedMessage(
        UUID id,
        MessageKind kind,
        String recipient,
        String language,
        String subject,
        String body,
        String html,
        List<MessageAttachment> attachments,
        UUID ticketId,
        Transport transport,
        String lane,
        int attempts,
        int tries,
        Instant begunAt,
        int doubts) {

    /** The same with its files. */
    ClaimedMessage with(List<MessageAttachment> files) {
        return new ClaimedMessage(
                id, kind, recipient, language, subject, body, html, files, ticketId, transport, lane, attempts, tries,
                begunAt, doubts);
    }
}

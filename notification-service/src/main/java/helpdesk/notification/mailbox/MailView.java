package helpdesk.notification.mailbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.notification.mailbox.mime.MailAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mail as the API shows it.
 *
 * @param reason why it is not received; or what of it is only in the mail as it came
 * @param text only when one mail is read
 * @param html what may be shown in a page; only when one mail is read
 * @param attachments only when one mail is read
 */
@Schema(name = "Mail")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MailView(
        UUID id,
        MailState state,
        String reason,
        String messageId,
        MailAddress from,
        String replyTo,
        List<String> to,
        List<String> cc,
        String subject,
        Instant sentAt,
        String language,
        String text,
        String html,
        long size,
        boolean noReply,
        UUID ticketId,
        String ticketNumber,
        ThreadedBy threadedBy,
        Bounce bounce,
        List<MailAttachmentView> attachments,
        Instant receivedAt,
        long version) {

    /** What a mail server tells of a mail that it has not delivered. */
    @Schema(name = "MailBounce")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Bounce(String recipient, String status, String diagnostic, String originalMessageId) {

        static Bounce of(Mail mail) {
            return mail.state() == MailState.BOUNCE
                    ? new Bounce(
                            mail.bouncedRecipient(),
                            mail.bounceStatus(),
                            mail.bounceDiagnostic(),
                            mail.originalMessageId())
                    : null;
        }
    }

    static MailView of(Mail mail, List<MailAttachmentView> attachments) {
        return new MailView(
                mail.id(),
                mail.state(),
                mail.reason(),
                mail.messageId(),
                mail.fromAddress() == null ? null : new MailAddress(mail.fromName(), mail.fromAddress()),
                mail.replyTo(),
                mail.to(),
                mail.cc(),
                mail.subject(),
                mail.sentAt(),
                mail.language(),
                mail.body(),
                mail.html(),
                mail.size(),
                mail.isNoReply(),
                mail.ticketId(),
                mail.ticketNumber(),
                mail.threadedBy(),
                Bounce.of(mail),
                attachments,
                mail.receivedAt(),
                mail.version());
    }
}

package helpdesk.notification.mailbox.mime;

import java.time.Instant;
import java.util.List;

/**
 * A mail as it was understood.
 *
 * @param messageId without brackets; null when it has none that makes sense
 * @param from who wrote it, and is answered; null when nobody can be
 * @param replyTo where answers go when not to the sender; else null
 * @param subject on one line; null when it has none
 * @param sentAt null when it does not say, or says nonsense
 * @param answers the ids of mails that it answers, the nearest first
 * @param language BCP 47; null when it does not say
 * @param text empty when it says nothing
 * @param html what may be shown; null when there is none
 * @param noReply whether nobody reads what is written to the sender
 * @param leftOut how many files are only in the mail as it came
 */
public record ParsedMail(
        String messageId,
        MailAddress from,
        String replyTo,
        List<String> to,
        List<String> cc,
        String subject,
        Instant sentAt,
        List<String> answers,
        String language,
        String text,
        String html,
        List<MailFile> files,
        int leftOut,
        boolean noReply,
        Recognised recognised) {}

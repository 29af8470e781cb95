package helpdesk.notification.mailbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.notification.mailbox.mime.MailFile;
import helpdesk.notification.mailbox.mime.MailText;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mail came that concerns a ticket, or should become one.
 *
 * @param text as much of it as an event holds
 * @param answersMailId the mail before that it answers; null when it answers none
 * @param noReply true when nobody reads what is written to the sender; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailReceived(
        UUID mailId,
        String messageId,
        Kind kind,
        Writer from,
        String subject,
        String text,
        String language,
        UUID ticketId,
        String ticketNumber,
        UUID answersMailId,
        ThreadedBy threadedBy,
        Boolean noReply,
        List<File> attachments,
        Instant receivedAt)
        implements DomainEvent {

    /** As long as what others keep of it, with what they put around it. With characters of three bytes, 180 kB. */
    static final int LONGEST_TEXT = 60_000;

    private static final int LONGEST_SUBJECT = 300;
    private static final String NO_SUBJECT = "(no subject)";

    /** Who wrote: a person, or a machine that answered. */
    enum Kind {
        @JsonProperty("message")
        MESSAGE,
        @JsonProperty("auto_reply")
        AUTO_REPLY
    }

    /** Who wrote it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Writer(String name, String email) {}

    /** A file that came with it. */
    record File(int number, String name, String contentType, long size, String href) {

        static File of(UUID mail, MailFile file) {
            return new File(
                    file.number(), file.name(), file.contentType(), file.content().length, place(mail, file.number()));
        }
    }

    /** Where a file of a mail is. */
    static String place(UUID mail, int number) {
        return "/api/v1/mails/" + mail + "/attachments/" + number;
    }

    static MailReceived of(Mail mail, List<MailFile> files) {
        return new MailReceived(
                mail.id(),
                mail.messageId(),
                mail.state() == MailState.AUTO_REPLY ? Kind.AUTO_REPLY : Kind.MESSAGE,
                new Writer(mail.fromName(), mail.fromAddress()),
                mail.subject() == null
                        ? NO_SUBJECT
                        : MailText.cut(mail.subject(), LONGEST_SUBJECT).strip(),
                text(mail),
                mail.language(),
                mail.ticketId(),
                mail.ticketNumber(),
                mail.answeredMailId(),
                mail.threadedBy(),
                mail.isNoReply() ? true : null,
                files.stream().map(file -> File.of(mail.id(), file)).toList(),
                mail.receivedAt());
    }

    private static String text(Mail mail) {
        if (mail.body().isBlank()) {
            return "[The mail has no text.]";
        }
        return mail.body().length() <= LONGEST_TEXT
                ? mail.body()
                : MailText.cut(mail.body(), LONGEST_TEXT) + "\n\n[The mail is longer. All of it: /api/v1/mails/"
                        + mail.id() + "]";
    }

    @Override
    public String eventType() {
        return "org.helpdesk.mail.received.v1";
    }
}

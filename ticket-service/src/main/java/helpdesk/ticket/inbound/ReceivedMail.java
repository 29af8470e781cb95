package helpdesk.ticket.inbound;

import helpdesk.ticket.mail.MailFile;
import helpdesk.ticket.ticketing.MailedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What ticket-service reads of a mail that came.
 *
 * @param ticketId the ticket that it is about, where the mailbox knows it
 * @param ticketNumber the number in its subject, or that of the ticket
 * @param answersMailId the mail before that it answers
 */
record ReceivedMail(
        UUID mailId,
        String kind,
        Writer from,
        String subject,
        String text,
        String language,
        UUID ticketId,
        String ticketNumber,
        UUID answersMailId,
        Boolean noReply,
        List<MailFile> attachments,
        Instant receivedAt) {

    ReceivedMail {
        Objects.requireNonNull(mailId, "mailId is missing");
        Objects.requireNonNull(from, "from is missing");
        Objects.requireNonNull(subject, "subject is missing");
        Objects.requireNonNull(text, "text is missing");
        Objects.requireNonNull(receivedAt, "receivedAt is missing");
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** A machine answered. */
    boolean isAutoReply() {
        return "auto_reply".equals(kind);
    }

    MailedRequest request() {
        return new MailedRequest(
                mailId, from.name(), from.email(), subject, text, language, Boolean.TRUE.equals(noReply));
    }

    /** Who wrote it. */
    record Writer(String name, String email) {

        Writer {
            Objects.requireNonNull(email, "from.email is missing");
        }
    }
}

package helpdesk.notification.mailbox;

import java.util.UUID;

/**
 * The conversation that a mail belongs to.
 *
 * @param id its mails are told in their order
 * @param ticketId null when it is not known here
 * @param ticketNumber such as HD-1042; null when it is not known here
 * @param by null when the mail begins a conversation
 * @param answeredMailId the mail before that it answers; null when it answers none
 */
record MailThread(UUID id, UUID ticketId, String ticketNumber, ThreadedBy by, UUID answeredMailId) {

    static MailThread begunBy(UUID mail) {
        return new MailThread(mail, null, null, null, null);
    }
}

package helpdesk.notification.mailbox;

import helpdesk.notification.NotificationProblem;
import helpdesk.notification.mailbox.mime.MailParser;
import helpdesk.notification.mailbox.mime.UnparsableMailException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Reads a mail again and has it taken for what a person wrote: after a false alarm, or when we have learned to read it. */
@ApplicationScoped
class MailRedelivery {

    private final MailRepository mails;
    private final MailFiles files;
    private final MailSorting sorting;

    MailRedelivery(MailRepository mails, MailFiles files, MailSorting sorting) {
        this.mails = mails;
        this.files = files;
        this.sorting = sorting;
    }

    /**
     * Takes the mail in all the same. One that still cannot be read, or answered, stays what it was, with the reason of now.
     *
     * @throws helpdesk.platform.problem.Problem {@code mail-not-found}, {@code mail-taken}, {@code mail-not-here}
     */
    @Transactional
    void redeliver(UUID id) {
        Mail mail = mails.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(MailQuery::unknown);
        if (mail.state() == MailState.RECEIVED) {
            throw NotificationProblem.MAIL_TAKEN.problem("It is on its way to its ticket, or there. See its ticketId.");
        }
        if (mail.state() == MailState.TOO_LARGE) {
            throw NotificationProblem.MAIL_NOT_HERE.problem(
                    "Only its header is here. Read it on the mail server, or allow larger mails by HELPDESK_MAILBOX_LARGEST.");
        }
        byte[] raw = files.raw(id)
                .orElseThrow(() -> NotificationProblem.MAIL_NOT_HERE.problem("The mail as it came was erased."));
        try {
            sorting.receive(mail, MailParser.parse(raw, number -> MailReceived.place(id, number)));
        } catch (UnparsableMailException e) {
            mail.become(MailState.UNPARSABLE, e.getMessage());
        }
    }
}

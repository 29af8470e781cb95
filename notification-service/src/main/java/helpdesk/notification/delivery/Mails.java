package helpdesk.notification.delivery;

import helpdesk.notification.message.ClaimedMessage;
import helpdesk.notification.message.MessageKind;
import helpdesk.notification.unsubscribe.UnsubscribeLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

/** Makes mails of messages. */
@ApplicationScoped
class Mails {

    private final MailSettings settings;
    private final MessageIds ids;
    private final UnsubscribeLinks links;
    private final Clock clock;

    Mails(MailSettings settings, MessageIds ids, UnsubscribeLinks links, Clock clock) {
        this.settings = settings;
        this.ids = ids;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Where it goes.
     *
     * @throws MessagingException when that is no mail address
     */
    static InternetAddress recipient(String address) throws MessagingException {
        int at = address.lastIndexOf('@');
        try {
            return new InternetAddress(
                    at < 0 ? address : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)), true);
        } catch (IllegalArgumentException e) {
            throw new MessagingException("The domain cannot be one", e);
        }
    }

    /** The mail of a message, as it is sent. */
    MimeMessage of(ClaimedMessage message, Session session) throws MessagingException {
        MimeMessage mail = new IdentifiedMail(session, ids.ofMessage(message.id()));
        mail.setFrom(new InternetAddress(settings.from(), true));
        if (settings.replyTo().isPresent()) {
            mail.setReplyTo(InternetAddress.parse(settings.replyTo().get(), true));
        }
        mail.setRecipient(RecipientType.TO, recipient(message.recipient()));
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Content-Language", message.language());
        if (message.ticketId() != null) {
            String conversation = ids.ofTicket(message.ticketId());
            mail.setHeader("In-Reply-To", conversation);
            mail.setHeader("References", conversation);
        }
        mail.setHeader("X-Helpdesk-Loop", ids.mark());
        markAsAutomatic(message, mail);
        new MailText(message.body(), message.html(), message.attachments()).putInto(mail);
        mail.saveChanges();
        return mail;
    }

    /** So that programs do not answer (RFC 3834), and that who does not want such mails can say so by one click (RFC 8058). */
    private void markAsAutomatic(ClaimedMessage message, MimeMessage mail) throws MessagingException {
        if (!isWrittenBySomebody(message.kind())) {
            mail.setHeader(
                    "Auto-Submitted",
                    message.kind() == MessageKind.ACKNOWLEDGEMENT ? "auto-replied" : "auto-generated");
            mail.setHeader("X-Auto-Response-Suppress", "All");
        }
        if (message.kind().purpose().isPresent()) {
            mail.setHeader("Precedence", "bulk");
            mail.setHeader("List-Unsubscribe", "<" + links.link(message.id()) + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static boolean isWrittenBySomebody(MessageKind kind) {
        return kind == MessageKind.REPLY || kind == MessageKind.SIDE_CONVERSATION;
    }
}

package helpdesk.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A mail whose {@code Message-ID} is ours to say. */
final class IdentifiedMail extends MimeMessage {

    private final String id;

    IdentifiedMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}

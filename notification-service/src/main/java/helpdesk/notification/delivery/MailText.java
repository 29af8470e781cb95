package helpdesk.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;

/**
 * What a mail says.
 *
 * @param plain for every reader
 * @param html the same for those that show it; null when there is none
 */
record MailText(String plain, String html) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Puts it into a mail: the plain text first, because readers take the last that they can show (RFC 2046). */
    void putInto(MimeMessage mail) throws MessagingException {
        if (html == null) {
            mail.setText(plain, UTF_8);
            return;
        }
        mail.setContent(new MimeMultipart("alternative", part(plain, "plain"), part(html, "html")));
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }
}

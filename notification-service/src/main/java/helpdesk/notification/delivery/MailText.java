package helpdesk.notification.delivery;

import helpdesk.notification.message.MessageAttachment;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a mail says.
 *
 * @param plain for every reader
 * @param html the same for those that show it; null when there is none
 * @param files that go with it
 */
record MailText(String plain, String html, List<MessageAttachment> files) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Puts it into a mail: the plain text first, because readers take the last that they can show (RFC 2046). */
    void putInto(MimeMessage mail) throws MessagingException {
        if (!files.isEmpty()) {
            MimeMultipart all = new MimeMultipart("mixed", words());
            for (MessageAttachment file : files) {
                all.addBodyPart(part(file));
            }
            mail.setContent(all);
        } else if (html == null) {
            mail.setText(plain, UTF_8);
        } else {
            mail.setContent(alternatives());
        }
    }

    private MimeBodyPart words() throws MessagingException {
        if (html == null) {
            return part(plain, "plain");
        }
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(alternatives());
        return words;
    }

    private MimeMultipart alternatives() throws MessagingException {
        return new MimeMultipart("alternative", part(plain, "plain"), part(html, "html"));
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart part(MessageAttachment file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.contentType())));
        part.setFileName(file.name());
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }
}

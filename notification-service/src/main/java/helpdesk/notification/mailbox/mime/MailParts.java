package helpdesk.notification.mailbox.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a mail apart: what it says, the files that came with it, and what a report reports. Goes only so deep and takes only so many parts;
 * what is deeper is a file.
 */
final class MailParts {

    static final int MOST_FILES = 50;

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;
    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)\\b(?:file)?name\\*?\\s*=\\s*(?:\"([^\"]{1,1000})\"|([^;\\r\\n]{1,1000}))");

    private final List<MailFile> files = new ArrayList<>();
    private final StringBuilder deliveryStatus = new StringBuilder();
    private String returnedId;
    private int parts;
    private int leftOut;

    /** What the whole mail says. */
    MailBody take(MimeMessage mail) throws MessagingException {
        return take(mail, "text/plain", 0);
    }

    /** In their order, not more than {@value #MOST_FILES}. */
    List<MailFile> files() {
        return files;
    }

    /** How many files there were beside these. */
    int leftOut() {
        return leftOut;
    }

    /** The parts about delivery; empty when there are none. */
    String deliveryStatus() {
        return deliveryStatus.toString();
    }

    /** The id of a mail that came back; null when none did. */
    String returnedId() {
        return returnedId;
    }

    private MailBody take(MimePart part, String usualType, int depth) throws MessagingException {
        parts++;
        MailHeaders headers = MailHeaders.of(part.getAllHeaders());
        PartType type = PartType.of(headers, usualType);
        if (type.is("multipart/") && depth < DEEPEST && parts < MOST_PARTS) {
            List<MailBody> bodies = children(part, type, depth);
            if (!bodies.isEmpty()) {
                return type.name().equals("multipart/alternative") ? MailBody.chosen(bodies) : MailBody.joined(bodies);
            }
            return MailBody.ofText(MailText.decode(bytes(part), type.charset()));
        }
        byte[] content = bytes(part);
        String name = name(part, headers);
        boolean attached = headers.word("Content-Disposition")
                .filter(word -> word.startsWith("attachment"))
                .isPresent();
        switch (type.name()) {
            case "text/plain", "text/html" -> {
                if (!attached && name == null) {
                    String text = MailText.decode(content, type.charset());
                    return type.name().equals("text/html") ? MailBody.ofHtml(text) : MailBody.ofText(text);
                }
            }
            case "message/delivery-status", "message/global-delivery-status" -> {
                deliveryStatus.append(MailText.decode(content, type.charset())).append("\n\n");
                return MailBody.NOTHING;
            }
            case "text/rfc822-headers", "message/rfc822-headers", "message/global-headers" -> {
                remember(MailHeaders.in(content));
                return MailBody.NOTHING;
            }
            case "message/rfc822", "message/global" -> {
                MailHeaders returned = MailHeaders.in(content);
                remember(returned);
                String subject =
                        returned.first("Subject").map(EncodedWords::decode).orElse("mail");
                file(name == null ? MailText.line(subject, 100) + ".eml" : name, type, headers, content);
                return MailBody.NOTHING;
            }
            default -> {
                // A file.
            }
        }
        file(name, type, headers, content);
        return MailBody.NOTHING;
    }

    private List<MailBody> children(MimePart part, PartType type, int depth) {
        List<MailBody> bodies = new ArrayList<>();
        String usualType = type.name().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        try {
            MimeMultipart several = new MimeMultipart(new MimePartDataSource(part));
            for (int i = 0; i < several.getCount(); i++) {
                if (parts >= MOST_PARTS) {
                    leftOut += several.getCount() - i;
                    break;
                }
                bodies.add(take((MimePart) several.getBodyPart(i), usualType, depth + 1));
            }
        } catch (MessagingException | RuntimeException e) {
            // What was read of it counts; when that is nothing, it is taken as text.
            return bodies;
        }
        return bodies;
    }

    private void remember(MailHeaders returned) {
        if (returnedId == null) {
            returnedId = returned.ids("Message-ID").stream().findFirst().orElse(null);
        }
    }

    private void file(String told, PartType type, MailHeaders headers, byte[] content) {
        if (files.size() == MOST_FILES) {
            leftOut++;
            return;
        }
        int number = files.size() + 1;
        String name = FileNames.clean(told, "attachment-" + number + extension(type));
        files.add(new MailFile(
                number,
                name,
                FileTypes.of(name, content),
                FileTypes.isHarmful(name, content),
                headers.first("Content-ID")
                        .map(MailParts::contentId)
                        .filter(id -> !id.isEmpty())
                        .orElse(null),
                content));
    }

    private static String contentId(String header) {
        return MailText.line(MailText.ofBytes(header).replaceAll("[<>\\s]", ""), 500);
    }

    private static String extension(PartType type) {
        return switch (type.name()) {
            case "text/plain" -> ".txt";
            case "text/html" -> ".html";
            case "text/calendar" -> ".ics";
            case "message/rfc822", "message/global" -> ".eml";
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            case "image/gif" -> ".gif";
            case "application/pdf" -> ".pdf";
            case "application/ms-tnef" -> ".dat";
            default -> ".bin";
        };
    }

    /** The name of the file; null when the part has none. */
    private static String name(MimePart part, MailHeaders headers) {
        String name = null;
        try {
            name = part.getFileName();
        } catch (MessagingException | RuntimeException e) {
            // Looked for below.
        }
        if (name != null) {
            return name;
        }
        for (String header : List.of("Content-Disposition", "Content-Type")) {
            Matcher found = FILE_NAME.matcher(headers.first(header).orElse(""));
            if (found.find()) {
                return found.group(1) == null ? found.group(2) : found.group(1);
            }
        }
        return null;
    }

    /** The content, decoded as it says it is encoded; as it is when that cannot be done. */
    private static byte[] bytes(MimePart part) throws MessagingException {
        try (InputStream decoded = part.getInputStream()) {
            return decoded.readAllBytes();
        } catch (IOException | MessagingException | RuntimeException e) {
            return undecoded(part);
        }
    }

    private static byte[] undecoded(MimePart part) throws MessagingException {
        try (InputStream raw = part instanceof MimeMessage mail
                ? mail.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream()) {
            return raw.readAllBytes();
        } catch (IOException e) {
            throw new MessagingException("The content cannot be read", e);
        }
    }
}

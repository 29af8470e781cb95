package helpdesk.notification.mailbox.mime;

/**
 * A file that came with a mail.
 *
 * @param number from 1
 * @param contentType what it is by its content
 * @param harmful whether it would do something where it is opened
 * @param contentId how the text calls it; null when it does not
 */
public record MailFile(
        int number, String name, String contentType, boolean harmful, String contentId, byte[] content) {}

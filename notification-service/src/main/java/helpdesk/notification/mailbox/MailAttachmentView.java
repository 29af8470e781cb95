package helpdesk.notification.mailbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that came with a mail.
 *
 * @param contentType what it is by its content
 * @param harmful whether it would do something where it is opened
 */
@Schema(name = "MailAttachment")
public record MailAttachmentView(
        int number, String name, String contentType, boolean harmful, long size, String sha256, String href) {}

package helpdesk.ticket.mail;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that came with a mail; it is kept with the mail.
 *
 * @param size in bytes
 * @param href where it is, for the staff
 */
@Schema(name = "MailFile")
public record MailFile(int number, String name, String contentType, long size, String href) {}

package helpdesk.notification.mailbox.mime;

/**
 * Somebody who can be written to.
 *
 * @param name null when none is told
 * @param email in lower case
 */
public record MailAddress(String name, String email) {

    String localPart() {
        return email.substring(0, email.lastIndexOf('@'));
    }
}

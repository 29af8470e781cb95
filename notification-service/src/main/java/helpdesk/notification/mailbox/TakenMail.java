package helpdesk.notification.mailbox;

import java.util.UUID;

/**
 * A mail that is here.
 *
 * @param fresh whether it came just now, and not before
 */
public record TakenMail(UUID id, boolean fresh) {}

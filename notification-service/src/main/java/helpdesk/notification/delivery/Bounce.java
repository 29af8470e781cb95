package helpdesk.notification.delivery;

/**
 * What a mail server tells later of a mail that was taken (RFC 3464).
 *
 * @param messageId the {@code Message-ID} of the mail, or the id of our message
 * @param recipient whom it did not reach
 * @param status why
 * @param diagnostic what the server said; null when it said nothing
 */
public record Bounce(String messageId, String recipient, EnhancedStatus status, String diagnostic) {}

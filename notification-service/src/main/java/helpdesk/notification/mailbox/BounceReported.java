package helpdesk.notification.mailbox;

/**
 * A mail came back. Fired in the transaction that keeps the report, once for each recipient whom it did not reach.
 *
 * @param originalMessageId of the mail, without brackets; null when it is not told
 * @param recipient a mail address in lower case
 * @param status by RFC 3463, such as 5.1.1; null when it is not told
 * @param diagnostic what the other server said; null when it is not told
 */
public record BounceReported(String originalMessageId, String recipient, String status, String diagnostic) {}

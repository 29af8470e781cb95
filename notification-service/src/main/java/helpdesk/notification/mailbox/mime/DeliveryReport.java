package helpdesk.notification.mailbox.mime;

import java.util.List;

/**
 * What a mail server tells of a mail that it could not deliver.
 *
 * @param originalMessageId of the mail, without brackets; null when it is not told
 * @param failures to whom it could not be delivered; empty when it only comes late
 */
public record DeliveryReport(String originalMessageId, List<Failure> failures) {

    /**
     * Somebody whom it does not reach.
     *
     * @param recipient a mail address in lower case
     * @param status by RFC 3463, such as 5.1.1; null when it is not told
     * @param diagnostic what the other server said; null when it is not told
     */
    public record Failure(String recipient, String status, String diagnostic) {}
}

package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.template.Content;
import helpdesk.platform.inbox.PoisonException;
import java.time.Instant;
import java.util.UUID;

/**
 * What is read of a customer who stays away.
 *
 * @param what they were subscribed to; null where it was their visits that ended
 * @param tell whether they are to be told that they are missed
 */
record LapseFacts(UUID customerId, UUID lapseId, String because, String what, boolean tell, Instant lapsedAt) {

    LapseFacts {
        if (customerId == null || lapseId == null || because == null || lapsedAt == null) {
            throw new PoisonException("customerId, lapseId, because and lapsedAt are needed");
        }
    }

    MessageDraft message() {
        return new MessageDraft(
                lapseId.toString(),
                null,
                customerId,
                Contact.UNKNOWN,
                null,
                new Content.Missed(what, because.equals("subscription_cancelled")));
    }
}

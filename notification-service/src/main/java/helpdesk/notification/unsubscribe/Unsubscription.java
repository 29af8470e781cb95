package helpdesk.notification.unsubscribe;

import helpdesk.notification.message.Message;

/**
 * What somebody does not want to be told any more, or could say so.
 *
 * @param purpose for what they were told it
 * @param language of the message
 * @param done whether they have said so
 */
record Unsubscription(String purpose, String language, boolean done) {

    static Unsubscription of(Message message) {
        return new Unsubscription(
                message.kind().purpose().orElseThrow(), message.language(), message.unsubscribedAt() != null);
    }
}

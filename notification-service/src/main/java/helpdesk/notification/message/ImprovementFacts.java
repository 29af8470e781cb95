package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.template.Content;
import helpdesk.platform.inbox.PoisonException;
import java.util.UUID;

/**
 * What is read of somebody who asked for an improvement that is done.
 *
 * @param voiceId their asking for it
 * @param ticketId in whose connection they asked for it, or null
 */
record ImprovementFacts(
        UUID voiceId, String title, String outcome, UUID customerId, Contact contact, String language, UUID ticketId) {

    ImprovementFacts {
        if (voiceId == null || title == null || outcome == null || contact == null) {
            throw new PoisonException("voiceId, title, outcome and contact are needed");
        }
    }

    /** Once for who asked, however many events tell of it. */
    MessageDraft message() {
        return new MessageDraft(
                voiceId.toString(), ticketId, customerId, contact, language, new Content.Improved(title, outcome));
    }
}

package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.template.Content;
import helpdesk.notification.template.FirstQuestion;
import helpdesk.platform.inbox.PoisonException;
import java.util.UUID;

/**
 * What notification-service reads of an invitation's events.
 *
 * @param ticketId the ticket that was asked about, null when it was something else
 * @param ticketNumber null as the ticket
 * @param customerId null where the customer is not known
 * @param firstQuestion null where its answer is a text, and from a former version, which does not tell it
 */
record SurveyFacts(
        UUID ticketId,
        String ticketNumber,
        UUID customerId,
        Contact contact,
        String language,
        String link,
        String agentName,
        FirstQuestion firstQuestion) {

    SurveyFacts {
        if (contact == null) {
            throw new PoisonException("contact is needed");
        }
    }

    /** Where the invitation is answered. */
    String answerLink() {
        if (link == null) {
            throw new PoisonException("An invitation needs its link");
        }
        return link;
    }

    MessageDraft message(String eventId, Content content) {
        return new MessageDraft(eventId, ticketId, customerId, contact, language, content);
    }
}

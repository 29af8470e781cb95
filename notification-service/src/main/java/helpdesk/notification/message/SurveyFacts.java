package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.platform.inbox.PoisonException;
import java.util.UUID;

/** What notification-service reads of an invitation's events. */
record SurveyFacts(
        UUID ticketId,
        String ticketNumber,
        UUID customerId,
        Contact contact,
        String language,
        String link,
        String agentName) {

    SurveyFacts {
        if (ticketId == null || ticketNumber == null || contact == null) {
            throw new PoisonException("ticketId, ticketNumber and contact are needed");
        }
    }
}

package helpdesk.notification.tickets;

import helpdesk.notification.customers.Contact;
import helpdesk.platform.inbox.PoisonException;
import java.util.UUID;

/** What is read of a ticket that was opened or commented. */
record TicketFacts(
        UUID ticketId,
        String number,
        String language,
        UUID customerId,
        Contact requester,
        String source,
        String visibility,
        Author author) {

    TicketFacts {
        if (ticketId == null || number == null || requester == null) {
            throw new PoisonException("ticketId, number and requester are needed");
        }
    }

    boolean isFollowUp() {
        return "follow_up".equals(source);
    }

    boolean isForCustomer() {
        return "public".equals(visibility) && author != null && "agent".equals(author.kind());
    }

    /** Who wrote. */
    record Author(String kind, String name, String title) {
        Author {
            if (kind == null || name == null) {
                throw new PoisonException("An author's kind and name are needed");
            }
        }
    }
}

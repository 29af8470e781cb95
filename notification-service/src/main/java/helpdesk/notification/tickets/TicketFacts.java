package helpdesk.notification.tickets;

import helpdesk.notification.customers.Contact;
import helpdesk.platform.inbox.PoisonException;
import java.util.UUID;

/**
 * What is read of a ticket that was opened or commented.
 *
 * @param winBackOf the lapse of the customer who is to be won back by it; null when it is about something else
 * @param noReply true when nobody reads what is written to the requester; else null
 */
record TicketFacts(
        UUID ticketId,
        String number,
        String language,
        UUID customerId,
        Contact requester,
        String source,
        UUID winBackOf,
        Boolean noReply,
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

    /** The customer wrote nothing: it was opened here, so that somebody asks them back. */
    boolean isWinBack() {
        return winBackOf != null;
    }

    /** A machine wrote, and an acknowledgement would be answered by it, or come back. */
    boolean isUnanswerable() {
        return Boolean.TRUE.equals(noReply);
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

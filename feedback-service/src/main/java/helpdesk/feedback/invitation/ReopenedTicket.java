package helpdesk.feedback.invitation;

import java.util.Objects;
import java.util.UUID;

/** What an invitation needs of {@code org.helpdesk.ticket.reopened.v1}. */
record ReopenedTicket(UUID ticketId, int reopenCount) {

    ReopenedTicket {
        Objects.requireNonNull(ticketId, "ticketId");
    }
}

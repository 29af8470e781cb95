package helpdesk.feedback.invitation;

import java.util.Objects;
import java.util.UUID;

/**
 * What an invitation needs of the head that every ticket event carries.
 *
 * @param customerId null while the requester is not identified
 */
record IdentifiedTicket(UUID ticketId, UUID customerId) {

    IdentifiedTicket {
        Objects.requireNonNull(ticketId, "ticketId");
    }
}

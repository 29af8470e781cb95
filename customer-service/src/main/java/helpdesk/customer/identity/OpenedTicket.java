package helpdesk.customer.identity;

import java.util.Objects;
import java.util.UUID;

/** What identification reads from {@code ticket.opened}. */
public record OpenedTicket(UUID ticketId, String language, Contact requester) {

    /** A ticket without a requester is from somebody of whom nothing is known. */
    public OpenedTicket {
        Objects.requireNonNull(ticketId, "A ticket event has a ticketId");
        requester = requester == null ? new Contact(null, null, null, null, null) : requester;
    }
}

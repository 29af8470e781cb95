package helpdesk.customer.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What the timeline reads from ticket events: the ticket's head, and whatever the type at hand has beside it.
 *
 * @param probe whether nobody is behind it: it was opened here, to see how a customer fares
 */
record TicketFacts(
        UUID ticketId,
        String number,
        UUID customerId,
        String subject,
        String channel,
        String type,
        String status,
        String source,
        Person assignee,
        Person author,
        String visibility,
        boolean automatic,
        int toTier,
        String reason,
        String by,
        String mergedIntoNumber,
        List<Change> changes,
        boolean probe,
        UUID winBackOf) {

    /** Every ticket event says which ticket it is about. */
    TicketFacts {
        Objects.requireNonNull(ticketId, "A ticket event has a ticketId");
        Objects.requireNonNull(number, "A ticket event has the ticket's number");
        changes = changes == null ? List.of() : changes;
    }

    /** An agent, or whoever wrote a comment. */
    record Person(String name, String kind) {}

    /** One field of a ticket that changed. */
    record Change(String field, JsonNode from, JsonNode to) {}
}

package helpdesk.feedback.invitation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What an invitation needs of {@code org.helpdesk.ticket.resolved.v1}.
 *
 * @param language English when the event does not say
 * @param assignee null when the customer found the answer before anybody had the ticket
 */
record ResolvedTicket(
        UUID ticketId,
        String number,
        String channel,
        String language,
        String group,
        String category,
        UUID customerId,
        UUID followUpOf,
        Contact requester,
        Agent assignee,
        int reopenCount,
        Instant resolvedAt) {

    private static final String ENGLISH = "en";

    ResolvedTicket {
        Objects.requireNonNull(ticketId, "ticketId");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(resolvedAt, "resolvedAt");
        language = language == null ? ENGLISH : language;
    }

    /** Who solved it. */
    record Agent(UUID id, String name) {}

    /** Whether somebody here had a part in it; otherwise there is nothing to ask about. */
    boolean wasServed() {
        return assignee != null;
    }

    Solution solution() {
        return new Solution(ticketId, reopenCount, number, followUpOf != null);
    }

    Circumstances circumstances() {
        return new Circumstances(assignee.id(), assignee.name(), group, category, channel);
    }
}

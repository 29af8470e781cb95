package helpdesk.feedback.invitation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What an invitation needs of {@code org.helpdesk.ticket.resolved.v1}.
 *
 * @param language English when the event does not say
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
        Objects.requireNonNull(assignee, "assignee");
        Objects.requireNonNull(resolvedAt, "resolvedAt");
        language = language == null ? ENGLISH : language;
    }

    /** Who solved it. */
    record Agent(UUID id, String name) {}

    Solution solution() {
        return new Solution(ticketId, reopenCount, number, followUpOf != null);
    }

    Circumstances circumstances() {
        return new Circumstances(assignee.id(), assignee.name(), group, category, channel);
    }
}

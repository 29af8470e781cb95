package helpdesk.feedback.invitation;

import helpdesk.feedback.campaign.Case;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What an invitation needs of {@code org.helpdesk.ticket.resolved.v1}.
 *
 * @param language English when the event does not say
 * @param surveyResponseId the unhappy answer that it follows up; null of most
 * @param winBackOf the lapse that it answered: the customer had asked nothing, and is asked nothing; null of all others
 * @param probe whether nobody is behind it: it was opened here, to see how a customer fares
 * @param assignee null when the customer found the answer before anybody had the ticket
 */
record ResolvedTicket(
        UUID ticketId,
        String number,
        String channel,
        String type,
        String language,
        String group,
        String category,
        UUID customerId,
        UUID followUpOf,
        UUID surveyResponseId,
        UUID winBackOf,
        Contact requester,
        Agent assignee,
        int reopenCount,
        Instant resolvedAt,
        boolean probe) {

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

    /** Whether somebody here had a part in it, and somebody there had asked; otherwise there is nothing to ask about, or nobody to ask. */
    boolean wasServed() {
        return assignee != null && winBackOf == null && !probe;
    }

    boolean isFollowUp() {
        return followUpOf != null || surveyResponseId != null;
    }

    Case asCase() {
        return new Case(channel, type, category, group, language);
    }

    Solution solution() {
        return new Solution(ticketId, reopenCount, number, isFollowUp());
    }

    /** @param current what customers go on as */
    Invitee invitee(Map<UUID, UUID> current) {
        return Invitee.of(customerId, requester, current);
    }

    Circumstances circumstances() {
        return new Circumstances(assignee.id(), assignee.name(), group, category, channel);
    }
}

package helpdesk.feedback.followup;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What is read of a ticket's events.
 *
 * @param surveyResponseId the unhappy answer that the ticket follows; null of most
 */
record FollowUpTicket(UUID ticketId, UUID surveyResponseId, Instant openedAt, Instant resolvedAt) {

    FollowUpTicket {
        Objects.requireNonNull(ticketId, "ticketId");
    }
}

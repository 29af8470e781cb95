package helpdesk.customer.timeline;

import java.time.Instant;
import java.util.UUID;

/** What the timeline reads from the events of notification-service: of a callback, of an appointment, or of a message. */
record NotificationFacts(
        UUID customerId,
        UUID ticketId,
        Instant slotStart,
        String timeZone,
        String outcome,
        int attempt,
        boolean onTime,
        int attempts,
        String kind,
        String channel,
        String transport,
        String reason,
        Instant windowStart,
        Instant formerStart,
        Boolean withinWindow,
        String wishOf,
        String fault) {}

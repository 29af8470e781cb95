package helpdesk.customer.timeline;

import java.time.Instant;
import java.util.UUID;

/** What the timeline reads from the events of notification-service: of a callback, or of a message. */
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
        String reason) {}

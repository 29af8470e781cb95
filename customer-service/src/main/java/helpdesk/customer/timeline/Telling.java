package helpdesk.customer.timeline;

import java.util.UUID;

/**
 * What an event tells, and of whom.
 *
 * @param customerId as the event says, or null
 * @param ticketId as the event says, or null
 */
record Telling(UUID customerId, UUID ticketId, Happening happening) {}

package helpdesk.customer.profile;

import java.time.Instant;
import java.util.UUID;

/**
 * Something about a customer that this service has told, for the timeline.
 *
 * @param aboutId what it happened to
 * @param kind the event's type without prefix and version
 * @param summary an English sentence of at most 500 characters
 */
public record Told(UUID eventId, UUID customerId, UUID aboutId, String kind, String summary, Instant at) {}

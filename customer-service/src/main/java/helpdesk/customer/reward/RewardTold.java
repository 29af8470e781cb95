package helpdesk.customer.reward;

import java.time.Instant;
import java.util.UUID;

/**
 * Something about a customer's reward that was told, for the timeline.
 *
 * @param kind the event's type without prefix and version
 */
public record RewardTold(UUID eventId, UUID customerId, UUID couponId, String kind, String summary, Instant at) {}

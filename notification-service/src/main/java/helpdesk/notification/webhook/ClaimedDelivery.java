package helpdesk.notification.webhook;

import java.util.UUID;

/**
 * A delivery that this process tries now.
 *
 * @param attempts which attempt this is, from 1
 * @param tries which one of this round
 */
record ClaimedDelivery(UUID id, UUID webhookId, String payload, int attempts, int tries) {}

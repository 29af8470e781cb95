package helpdesk.notification.webhook;

import java.util.UUID;

/**
 * A delivery that this process tries now.
 *
 * @param attempts how often it was tried before, in all
 * @param tries how often in this round
 */
record ClaimedDelivery(UUID id, UUID webhookId, String type, String payload, int attempts, int tries) {}

package helpdesk.notification.callback;

import java.util.Set;
import java.util.UUID;

/**
 * Which callbacks are asked for; null and empty mean any.
 *
 * @param due only those that somebody is to make now and nobody has taken on, who was promised an earlier end first
 */
record CallbackFilter(Set<CallbackStatus> statuses, boolean due, UUID ticketId, UUID customerId) {}

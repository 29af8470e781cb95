package helpdesk.notification.message;

import java.util.Set;
import java.util.UUID;

/** Which messages are asked for; null and empty mean any. */
record MessageFilter(UUID customerId, UUID ticketId, String recipient, Set<MessageKind> kinds) {}

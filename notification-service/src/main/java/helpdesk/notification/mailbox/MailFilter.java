package helpdesk.notification.mailbox;

import java.util.Set;
import java.util.UUID;

/**
 * Which mails are asked for; null and empty mean any.
 *
 * @param ofTickets only those that are part of a ticket
 */
record MailFilter(Set<MailState> states, UUID ticketId, String from, boolean ofTickets) {}

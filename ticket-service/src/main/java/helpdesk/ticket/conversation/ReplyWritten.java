package helpdesk.ticket.conversation;

import helpdesk.ticket.vocabulary.Channel;

/**
 * Somebody of us answered the customer in writing. Fired within the transaction that keeps the answer.
 *
 * @param wanted the channel by which the writer says it was said; null when nothing was said of that
 */
public record ReplyWritten(TicketComment comment, Channel wanted) {}

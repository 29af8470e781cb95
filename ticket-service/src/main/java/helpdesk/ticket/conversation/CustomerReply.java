package helpdesk.ticket.conversation;

import helpdesk.ticket.ticketing.CommentedTicket;

/**
 * What a customer wrote, and where it went.
 *
 * @param ticket the ticket that was written on, or the one that follows it up
 */
public record CustomerReply(TicketComment comment, CommentedTicket ticket) {}

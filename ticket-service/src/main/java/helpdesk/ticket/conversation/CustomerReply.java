package helpdesk.ticket.conversation;

import helpdesk.ticket.attachment.AttachmentView;
import helpdesk.ticket.ticketing.CommentedTicket;
import java.util.List;

/**
 * What a customer wrote, and where it went.
 *
 * @param ticket the ticket that was written on, or the one that follows it up
 */
public record CustomerReply(TicketComment comment, List<AttachmentView> attachments, CommentedTicket ticket) {}

package helpdesk.ticket.conversation;

import helpdesk.ticket.attachment.AttachmentView;
import java.util.List;

/** What was put into a conversation, with its files, and what could have been better about it. */
public record Entry(TicketComment comment, List<AttachmentView> attachments, List<ReplyAdvice> advice) {

    /** As staff see it. */
    public CommentView view() {
        return CommentView.written(comment, attachments, advice);
    }
}

package helpdesk.ticket.conversation;

import helpdesk.ticket.attachment.AttachmentView;
import java.util.List;

/** What was put into a conversation, with its files. */
public record Entry(TicketComment comment, List<AttachmentView> attachments) {

    /** As staff see it. */
    public CommentView view() {
        return CommentView.whole(comment, attachments);
    }
}

package helpdesk.ticket.conversation;

import helpdesk.ticket.attachment.AttachmentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Takes what was said from one ticket to another. */
@ApplicationScoped
public class ConversationMoves {

    private final AttachmentRepository attachments;

    ConversationMoves(AttachmentRepository attachments) {
        this.attachments = attachments;
    }

    /** Takes entries, with their files, to the ticket. */
    public void move(Collection<TicketComment> comments, UUID ticket) {
        comments.forEach(comment -> comment.moveTo(ticket));
        attachments.moveWith(comments.stream().map(TicketComment::id).toList(), ticket);
    }
}

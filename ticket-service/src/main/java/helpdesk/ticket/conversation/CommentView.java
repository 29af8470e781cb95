package helpdesk.ticket.conversation;

import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.vocabulary.Channel;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment as staff see it. */
@Schema(name = "Comment")
public record CommentView(
        UUID id, String body, Visibility visibility, Channel channel, AuthorData author, Instant createdAt) {

    static CommentView of(TicketComment comment) {
        return new CommentView(
                comment.id(),
                comment.body(),
                comment.visibility(),
                comment.channel(),
                comment.author(),
                comment.createdAt());
    }
}

package helpdesk.ticket.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.attachment.AttachmentView;
import helpdesk.ticket.conversation.TicketComment;
import helpdesk.ticket.ticketing.AuthorData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A public comment as the requester sees it.
 *
 * @param followUp the request that the comment went to when the one written on was closed; only in the answer to writing
 */
@Schema(name = "RequestComment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicCommentView(
        UUID id,
        String body,
        Author author,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PublicFile> attachments,
        Instant createdAt,
        OpenedRequest followUp) {

    /** Who wrote it: name and title, no ids. */
    @Schema(name = "RequestCommentAuthor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Author(AuthorData.Kind kind, String name, String title) {}

    static PublicCommentView of(TicketComment comment, List<AttachmentView> files) {
        return of(comment, files, null);
    }

    static PublicCommentView of(TicketComment comment, List<AttachmentView> files, OpenedRequest followUp) {
        AuthorData author = comment.author();
        return new PublicCommentView(
                comment.id(),
                comment.body(),
                new Author(author.kind(), author.name(), author.title()),
                files.stream().map(PublicFile::of).toList(),
                comment.createdAt(),
                followUp);
    }
}

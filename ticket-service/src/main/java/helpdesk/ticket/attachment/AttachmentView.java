package helpdesk.ticket.attachment;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.ticketing.AuthorData;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file on a ticket.
 *
 * @param commentId the entry of the conversation that it is part of; absent as long as it stands for itself
 * @param mediaType as its content says
 * @param size in bytes
 * @param sha256 in hexadecimal digits
 */
@Schema(name = "Attachment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachmentView(
        UUID id,
        UUID ticketId,
        UUID commentId,
        String name,
        String mediaType,
        long size,
        String sha256,
        FileVisibility visibility,
        AuthorData author,
        Instant createdAt) {

    static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.id(),
                attachment.ticketId(),
                attachment.commentId(),
                attachment.name(),
                attachment.mediaType(),
                attachment.size(),
                attachment.sha256(),
                attachment.visibility(),
                attachment.author(),
                attachment.createdAt());
    }
}

package helpdesk.ticket.request;

import helpdesk.ticket.attachment.AttachmentView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file as the requester sees it: fetched under the request's own attachments, by its id. */
@Schema(name = "RequestFile")
public record PublicFile(UUID id, String name, String mediaType, long size, Instant createdAt) {

    static PublicFile of(AttachmentView file) {
        return new PublicFile(file.id(), file.name(), file.mediaType(), file.size(), file.createdAt());
    }
}

package helpdesk.ticket.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.ticketing.AuthorData;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public comment as the requester sees it. */
@Schema(name = "RequestComment")
public record PublicCommentView(UUID id, String body, Author author, Instant createdAt) {

    /** Who wrote it: name and title, no ids. */
    @Schema(name = "RequestCommentAuthor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Author(AuthorData.Kind kind, String name, String title) {}
}

package helpdesk.ticket.sideconversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A word between us and a third party, as both see it. */
@Schema(name = "SideMessage")
public record SideMessageView(UUID id, String body, boolean byParty, Author author, Instant createdAt) {

    /** Who wrote it. */
    @Schema(name = "SideMessageAuthor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Author(String name, String title) {}

    static SideMessageView of(SideMessage message) {
        return new SideMessageView(
                message.id(),
                message.body(),
                message.isByParty(),
                new Author(message.authorName(), message.authorTitle()),
                message.createdAt());
    }
}

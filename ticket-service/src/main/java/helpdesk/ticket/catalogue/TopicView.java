package helpdesk.ticket.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A category or cause.
 *
 * @param path what tickets carry
 * @param parent the path of the one above; absent at the top
 */
@Schema(name = "Topic")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TopicView(
        UUID id,
        String path,
        String parent,
        String name,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static TopicView of(Topic topic) {
        TopicPatch writable = topic.writable();
        return new TopicView(
                topic.id(),
                topic.path(),
                topic.parentPath(),
                writable.name(),
                writable.active(),
                topic.createdAt(),
                topic.updatedAt(),
                topic.version());
    }
}

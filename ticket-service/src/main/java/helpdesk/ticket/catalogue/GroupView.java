package helpdesk.ticket.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group of agents. */
@Schema(name = "Group")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupView(
        UUID id, String name, String description, boolean active, Instant createdAt, Instant updatedAt, long version) {

    static GroupView of(AgentGroup group) {
        GroupPatch writable = group.writable();
        return new GroupView(
                group.id(),
                group.name(),
                writable.description(),
                writable.active(),
                group.createdAt(),
                group.updatedAt(),
                group.version());
    }
}

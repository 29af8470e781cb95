package helpdesk.ticket.catalogue;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** People who do the same work; a ticket belongs to one of them. The name is for good: tickets carry it. */
@Entity
public class AgentGroup extends Aggregate {

    private String name;
    private String description;
    private boolean active;
    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected AgentGroup() {}

    AgentGroup(UUID id, String name, String description, Instant now) {
        super(id);
        this.name = name.strip();
        this.description = description;
        this.active = true;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void write(GroupPatch changed, Instant now) {
        description = changed.description();
        active = changed.active();
        updatedAt = now;
    }

    GroupPatch writable() {
        return new GroupPatch(description, active);
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}

package helpdesk.ticket.catalogue;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** A node in the tree of categories or causes. Tickets carry its path, so the path is for good; the name is what people read. */
@Entity
public class Topic extends Aggregate {

    @Enumerated(EnumType.STRING)
    private TopicTree tree;

    private String path;
    private String parentPath;
    private String name;
    private boolean active;
    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Topic() {}

    Topic(UUID id, TopicTree tree, TopicPath path, String name, Instant now) {
        super(id);
        this.tree = tree;
        this.path = path.text();
        this.parentPath = path.parent();
        this.name = name == null ? path.lastSegment() : name.strip();
        this.active = true;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void write(TopicPatch changed, Instant now) {
        name = changed.name();
        active = changed.active();
        updatedAt = now;
    }

    TopicPatch writable() {
        return new TopicPatch(name, active);
    }

    TopicTree tree() {
        return tree;
    }

    String path() {
        return path;
    }

    String parentPath() {
        return parentPath;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}

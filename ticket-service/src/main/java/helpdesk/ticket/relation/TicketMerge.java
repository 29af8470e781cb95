package helpdesk.ticket.relation;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.ticketing.Marks;
import helpdesk.ticket.ticketing.Merging;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That a ticket went on in another, and what came with it; so that it can be taken back exactly. */
@Entity
public class TicketMerge extends Aggregate {

    private UUID sourceId;
    private UUID targetId;

    @Enumerated(EnumType.STRING)
    private TicketStatus formerStatus;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> addedTags;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> addedFollowers;

    private String reason;
    private String actor;
    private Instant mergedAt;
    private Instant undoneAt;

    /** For the persistence provider. */
    protected TicketMerge() {}

    TicketMerge(UUID id, UUID sourceId, UUID targetId, Merging merging, String reason, Actor actor, Instant now) {
        super(id);
        this.sourceId = sourceId;
        this.targetId = targetId;
        this.formerStatus = merging.formerStatus();
        this.addedTags = new ArrayList<>(merging.addedTags());
        this.addedFollowers = new ArrayList<>(merging.addedFollowers());
        this.reason = reason;
        this.actor = actor.toString();
        this.mergedAt = now;
    }

    /** The target has these marks by way of this merge, too, or instead of another. */
    void inherit(Marks marks) {
        addedTags = new ArrayList<>(addedTags);
        addedTags.addAll(marks.tags());
        addedFollowers = new ArrayList<>(addedFollowers);
        addedFollowers.addAll(marks.followers());
    }

    /** The source has lost these marks, so the target has them no longer by way of it. */
    void lose(Marks marks) {
        addedTags = new ArrayList<>(addedTags);
        addedTags.removeAll(marks.tags());
        addedFollowers = new ArrayList<>(addedFollowers);
        addedFollowers.removeAll(marks.followers());
    }

    void undo(Instant now) {
        undoneAt = now;
    }

    UUID sourceId() {
        return sourceId;
    }

    UUID targetId() {
        return targetId;
    }

    TicketStatus formerStatus() {
        return formerStatus;
    }

    /** What the target has only because of this merge. */
    Marks added() {
        return new Marks(List.copyOf(addedTags), List.copyOf(addedFollowers));
    }

    String reason() {
        return reason;
    }

    String actor() {
        return actor;
    }

    Instant mergedAt() {
        return mergedAt;
    }

    Instant undoneAt() {
        return undoneAt;
    }
}

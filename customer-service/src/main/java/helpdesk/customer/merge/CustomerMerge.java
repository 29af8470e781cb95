package helpdesk.customer.merge;

import helpdesk.customer.profile.ProfileState;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That a profile goes on in another of the same person, and what that changed: so that it can be taken back exactly. */
@Entity
public class CustomerMerge extends Aggregate {

    /** How long a merge can be taken back. */
    static final Duration UNDOABLE = Duration.ofDays(30);

    private UUID survivorId;
    private UUID duplicateId;

    @JdbcTypeCode(SqlTypes.JSON)
    private MergeMemory memory;

    private String reason;
    private String actor;
    private Instant mergedAt;
    private Instant undoneAt;
    private String undoneBy;

    /** For the persistence provider. */
    protected CustomerMerge() {}

    CustomerMerge(UUID id, UUID survivorId, UUID duplicateId, String reason, Actor actor, Instant now) {
        super(id);
        this.survivorId = survivorId;
        this.duplicateId = duplicateId;
        this.reason = reason == null ? null : reason.strip();
        this.actor = actor.toString();
        this.mergedAt = now;
    }

    /** What it changed. */
    void remember(MergeMemory changes) {
        memory = changes;
    }

    /** Another merge into the same profile was taken back: what that had brought was never there. */
    void forget(MergeMemory undone, ProfileState duplicate) {
        ProfileState former = memory.former().without(undone.former(), undone.merged());
        memory = new MergeMemory(memory.identities(), former, former.with(duplicate));
    }

    void undo(Actor by, Instant now) {
        undoneAt = now;
        undoneBy = by.toString();
    }

    boolean isUndoableAt(Instant now) {
        return undoneAt == null && now.isBefore(undoableUntil());
    }

    Instant undoableUntil() {
        return mergedAt.plus(UNDOABLE);
    }

    MergeMemory memory() {
        return memory;
    }

    UUID survivorId() {
        return survivorId;
    }

    UUID duplicateId() {
        return duplicateId;
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

    String undoneBy() {
        return undoneBy;
    }
}

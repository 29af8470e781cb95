package helpdesk.customer.definition;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that supervisors define, by a name that is taken once: a rule, a segment, a draw.
 *
 * @param <B> what can be written of it
 */
@MappedSuperclass
public abstract class Definition<B extends Named> extends Aggregate {

    private String name;
    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Definition() {}

    protected Definition(UUID id) {
        super(id);
    }

    /** Replaces what can be written. */
    void write(B body, Instant now) {
        name = body.name().strip();
        createdAt = createdAt == null ? now : createdAt;
        updatedAt = now;
        take(body);
    }

    /** Takes over all but the name. */
    protected abstract void take(B body);

    /** What can be written, as it is. */
    public abstract B writable();

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}

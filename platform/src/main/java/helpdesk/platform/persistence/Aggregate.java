package helpdesk.platform.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * The root of what changes together. Its version counts its changes; it is the {@code ETag} over HTTP and the
 * {@code sequence} of its events.
 */
@MappedSuperclass
public abstract class Aggregate {

    private static final long NEVER = -1;

    @Id
    @Column(nullable = false, updatable = false)
    private UUID id;

    @Version
    @Column(nullable = false)
    private long version;

    /** The version that the last event was about; what was loaded has had its events already. */
    @Transient
    private long announced = NEVER;

    /** For the persistence provider. */
    protected Aggregate() {}

    protected Aggregate(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    /** Starts at 0 and grows by one with each change that was stored. */
    public long version() {
        return version;
    }

    /**
     * Takes this version for an event, once; called by the outbox after the change was written.
     *
     * @return false when another event was about this version already
     */
    public boolean announce() {
        boolean fresh = version != announced;
        announced = version;
        return fresh;
    }

    @PostLoad
    void loaded() {
        announced = version;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other || other instanceof Aggregate that && id.equals(that.id()) && kin(that);
    }

    private boolean kin(Aggregate that) {
        return getClass().isInstance(that) || that.getClass().isInstance(this);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }
}

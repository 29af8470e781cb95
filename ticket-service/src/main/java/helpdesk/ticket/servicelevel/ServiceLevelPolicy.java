package helpdesk.ticket.servicelevel;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.condition.Condition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/**
 * What is promised to the requesters of some tickets. Each time it, or its calendar, is written, it becomes another
 * {@link PolicyRevision}.
 */
@Entity
public class ServiceLevelPolicy extends Aggregate {

    private String name;
    private int position;

    /** Whether it is the one for tickets that no other policy is for: it comes last, has no conditions, and always exists. */
    @Column(updatable = false)
    private boolean fallback;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Condition> conditions;

    private UUID calendarId;
    private boolean pausesOnHold;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> publicNames;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PolicyTarget> targets;

    /** Changes with the calendar, too, which makes no copy of the policy stale. */
    @OptimisticLock(excluded = true)
    private UUID revisionId;

    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected ServiceLevelPolicy() {}

    ServiceLevelPolicy(UUID id, PolicyBody body, Instant now) {
        super(id);
        createdAt = now;
        write(body, now);
    }

    void write(PolicyBody body, Instant now) {
        name = body.name().strip();
        position = body.position();
        conditions = new ArrayList<>(body.conditions());
        calendarId = body.calendarId();
        pausesOnHold = body.pausesOnHold();
        publicNames = new TreeMap<>(body.publicNames());
        targets = new ArrayList<>(body.targets());
        updatedAt = now;
    }

    /** What it says is, from now on, what this revision says. */
    void become(PolicyRevision revision) {
        revisionId = revision.id();
    }

    PolicyBody writable() {
        return new PolicyBody(
                name,
                position,
                List.copyOf(conditions),
                calendarId,
                pausesOnHold,
                Map.copyOf(publicNames),
                List.copyOf(targets));
    }

    /** What is promised to whom it is for. */
    PolicyPromises promises() {
        return new PolicyPromises(name, pausesOnHold, List.copyOf(targets));
    }

    String name() {
        return name;
    }

    int position() {
        return position;
    }

    boolean isFallback() {
        return fallback;
    }

    UUID calendarId() {
        return calendarId;
    }

    UUID revisionId() {
        return revisionId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}

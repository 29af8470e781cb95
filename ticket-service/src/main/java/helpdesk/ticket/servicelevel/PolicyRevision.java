package helpdesk.ticket.servicelevel;

import helpdesk.ticket.calendar.CalendarBody;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a policy said at a time, with its calendar as it was. Never changes: clocks that ran by it can always be explained. */
@Entity
@Immutable
public class PolicyRevision {

    @Id
    private UUID id;

    private UUID policyId;

    @JdbcTypeCode(SqlTypes.JSON)
    private PolicyPromises policy;

    @JdbcTypeCode(SqlTypes.JSON)
    private CalendarBody calendar;

    private Instant createdAt;

    /** For the persistence provider. */
    protected PolicyRevision() {}

    PolicyRevision(UUID id, UUID policyId, PolicyPromises policy, CalendarBody calendar, Instant now) {
        this.id = id;
        this.policyId = policyId;
        this.policy = policy;
        this.calendar = calendar;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }
}

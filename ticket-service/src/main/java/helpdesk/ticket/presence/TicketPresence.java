package helpdesk.ticket.presence;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** Somebody who looks at a ticket, or writes on it, as long as their frontend says so. */
@Entity
public class TicketPresence extends Aggregate {

    private UUID ticketId;
    private UUID agentId;

    @Enumerated(EnumType.STRING)
    private Activity activity;

    private Instant since;
    private Instant expiresAt;

    /** For the persistence provider. */
    protected TicketPresence() {}

    TicketPresence(UUID id, UUID ticketId, UUID agentId, Activity activity, Instant now, Instant expiresAt) {
        super(id);
        this.ticketId = ticketId;
        this.agentId = agentId;
        this.activity = activity;
        this.since = now;
        this.expiresAt = expiresAt;
    }

    /**
     * Still there.
     *
     * @return whether that is another activity than before
     */
    boolean renew(Activity present, Instant now, Instant until) {
        expiresAt = until;
        if (activity == present) {
            return false;
        }
        activity = present;
        since = now;
        return true;
    }

    /** Away: others are told, and the row is of no use any more. */
    void leave(Instant now) {
        expiresAt = now;
    }

    UUID ticketId() {
        return ticketId;
    }

    UUID agentId() {
        return agentId;
    }

    Activity activity() {
        return activity;
    }

    Instant since() {
        return since;
    }
}

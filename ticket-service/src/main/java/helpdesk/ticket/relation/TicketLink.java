package helpdesk.ticket.relation;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** That a ticket has to do with another. */
@Entity
public class TicketLink extends Aggregate {

    private UUID ticketId;
    private UUID otherId;

    @Enumerated(EnumType.STRING)
    private LinkKind kind;

    private String actor;
    private Instant createdAt;

    /** For the persistence provider. */
    protected TicketLink() {}

    TicketLink(UUID id, UUID ticketId, UUID otherId, LinkKind kind, Actor actor, Instant now) {
        super(id);
        this.ticketId = ticketId;
        this.otherId = otherId;
        this.kind = kind;
        this.actor = actor.toString();
        this.createdAt = now;
    }

    UUID ticketId() {
        return ticketId;
    }

    UUID otherId() {
        return otherId;
    }

    LinkKind kind() {
        return kind;
    }

    String actor() {
        return actor;
    }

    Instant createdAt() {
        return createdAt;
    }
}

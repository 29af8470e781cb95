package helpdesk.ticket.history;

import helpdesk.platform.identity.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A line of a ticket's history: what changed, when, by whom and because of what. Never changed, never removed. */
@Entity
class TicketChange {

    @Id
    private UUID id;

    private UUID ticketId;
    private long version;
    private Instant at;
    private String actor;
    private String cause;
    private String field;

    @Column(name = "from_value")
    private String from;

    @Column(name = "to_value")
    private String to;

    protected TicketChange() {}

    TicketChange(UUID id, UUID ticketId, long version, Instant at, Actor actor, String cause, FieldChange change) {
        this.id = id;
        this.ticketId = ticketId;
        this.version = version;
        this.at = at;
        this.actor = actor.toString();
        this.cause = cause;
        this.field = change.field();
        this.from = change.from();
        this.to = change.to();
    }

    UUID id() {
        return id;
    }

    ChangeView view() {
        return new ChangeView(at, version, actor, cause, field, from, to);
    }
}

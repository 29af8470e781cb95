package helpdesk.ticket.history;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.identity.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A line of a ticket's history: what changed, when, by whom and because of what. Never changed, never removed. */
@Entity
@Immutable
class TicketChange {

    @Id
    private UUID id;

    private UUID ticketId;
    private long version;
    private Instant at;
    private String actor;
    private String cause;
    private String field;
    private UUID ruleId;
    private Short depth;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "from_value")
    private JsonNode from;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "to_value")
    private JsonNode to;

    protected TicketChange() {}

    TicketChange(
            UUID id,
            UUID ticketId,
            long version,
            Instant at,
            Actor actor,
            String cause,
            RuleCause rule,
            FieldChange change) {
        this.id = id;
        this.ticketId = ticketId;
        this.version = version;
        this.at = at;
        this.actor = actor.toString();
        this.cause = cause;
        this.ruleId = rule.rule();
        this.depth = ruleId == null ? null : (short) rule.depth();
        this.field = change.field();
        this.from = change.from();
        this.to = change.to();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    PastChange past() {
        return new PastChange(
                ticketId, version, at, cause, ruleId, depth == null ? 0 : depth, new FieldChange(field, from, to));
    }

    ChangeView view() {
        return new ChangeView(at, version, actor, cause, ruleId, depth, field, from, to);
    }
}

package helpdesk.ticket.macro;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.conversation.Visibility;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A reply and changes that belong together, to be applied to a ticket at once. */
@Entity
public class Macro extends Aggregate {

    private String name;
    private String reply;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @JdbcTypeCode(SqlTypes.JSON)
    private MacroChanges changes;

    private boolean active;
    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Macro() {}

    Macro(UUID id, MacroBody body, Instant now) {
        super(id);
        this.createdAt = now;
        write(body, now);
    }

    void write(MacroBody body, Instant now) {
        name = body.name().strip();
        reply = body.reply();
        visibility = body.visibility();
        changes = body.changes();
        active = body.active();
        updatedAt = now;
    }

    MacroBody body() {
        return new MacroBody(name, reply, visibility, changes, active);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}

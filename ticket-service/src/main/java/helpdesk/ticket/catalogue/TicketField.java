package helpdesk.ticket.catalogue;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A field that administrators have added to tickets. Tickets carry its key, so key and kind are for good. */
@Entity
public class TicketField extends Aggregate {

    private String key;
    private String name;

    @Enumerated(EnumType.STRING)
    private FieldKind kind;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> choices;

    @Enumerated(EnumType.STRING)
    private FieldTarget target;

    private boolean active;
    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected TicketField() {}

    TicketField(UUID id, NewField field, Instant now) {
        super(id);
        this.key = field.key();
        this.name = field.name() == null ? field.key() : field.name().strip();
        this.kind = field.kind();
        this.choices = new ArrayList<>(field.choices());
        this.target = field.target();
        this.active = true;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void write(FieldPatch changed, Instant now) {
        name = changed.name();
        choices = new ArrayList<>(changed.choices());
        active = changed.active();
        updatedAt = now;
    }

    FieldPatch writable() {
        return new FieldPatch(name, List.copyOf(choices), active);
    }

    String key() {
        return key;
    }

    FieldKind kind() {
        return kind;
    }

    List<String> choices() {
        return choices;
    }

    FieldTarget target() {
        return target;
    }

    boolean isActive() {
        return active;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}

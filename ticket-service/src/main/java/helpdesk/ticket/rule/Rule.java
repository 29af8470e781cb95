package helpdesk.ticket.rule;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.condition.Condition;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Does something with tickets by itself: when something happens to them, or when time has passed. */
@Entity
public class Rule extends Aggregate {

    @Enumerated(EnumType.STRING)
    private RuleKind kind;

    private String name;
    private int position;
    private boolean active;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> happenings;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Condition> conditions;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<RuleAction> actions;

    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Rule() {}

    Rule(UUID id, RuleBody body, Instant now) {
        super(id);
        kind = body.kind();
        createdAt = now;
        write(body, now);
    }

    void write(RuleBody body, Instant now) {
        name = body.name().strip();
        position = body.position();
        active = body.active();
        happenings = body.on().stream().map(Happening::name).collect(Collectors.toCollection(ArrayList::new));
        conditions = new ArrayList<>(body.conditions());
        actions = new ArrayList<>(body.actions());
        updatedAt = now;
    }

    RuleBody writable() {
        return new RuleBody(
                kind,
                name,
                position,
                active,
                happenings.stream()
                        .flatMap(name -> Happening.stored(name).stream())
                        .collect(Collectors.toSet()),
                List.copyOf(conditions),
                List.copyOf(actions));
    }

    int position() {
        return position;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}

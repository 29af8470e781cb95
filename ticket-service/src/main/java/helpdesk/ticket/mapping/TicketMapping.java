package helpdesk.ticket.mapping;

import helpdesk.platform.mapping.EventCondition;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What events of another system mean for tickets. */
@Entity
public class TicketMapping extends Aggregate {

    private String name;
    private boolean active;
    private String type;
    private String source;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<EventCondition> conditions;

    private String dedupeKey;

    @JdbcTypeCode(SqlTypes.JSON)
    private MappedTicket ticket;

    private String again;

    @JdbcTypeCode(SqlTypes.JSON)
    private Clearing clearing;

    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected TicketMapping() {}

    TicketMapping(UUID id, TicketMappingBody body, Instant now) {
        super(id);
        createdAt = now;
        write(body, now);
    }

    void write(TicketMappingBody body, Instant now) {
        name = body.name().strip();
        active = body.active();
        type = body.type();
        source = body.source();
        conditions = new ArrayList<>(body.when());
        dedupeKey = body.key();
        ticket = body.ticket();
        again = body.again();
        clearing = body.clear();
        updatedAt = now;
    }

    TicketMappingBody writable() {
        return new TicketMappingBody(
                name, active, type, source, List.copyOf(conditions), dedupeKey, ticket, again, clearing);
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

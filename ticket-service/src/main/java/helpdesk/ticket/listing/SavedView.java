package helpdesk.ticket.listing;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.ticketing.TicketList;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A list of tickets that people come back to: everybody's, or one person's own. */
@Entity
@Table(name = "ticket_view")
public class SavedView extends Aggregate {

    private String name;
    private UUID ownerId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> filter;

    private String sort;
    private int position;
    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected SavedView() {}

    /** @param ownerId whose own it is; null for everybody's */
    SavedView(UUID id, UUID ownerId, ViewBody body, Instant now) {
        super(id);
        this.ownerId = ownerId;
        this.createdAt = now;
        write(body, now);
    }

    void write(ViewBody body, Instant now) {
        name = body.name().strip();
        filter = new TreeMap<>(body.filter());
        sort = body.sort();
        position = body.position();
        updatedAt = now;
    }

    ViewBody body() {
        return new ViewBody(name, Map.copyOf(filter), sort, position);
    }

    TicketList list() {
        return new TicketList(filter, sort, "/filter/");
    }

    boolean isShared() {
        return ownerId == null;
    }

    boolean isVisibleTo(UUID person) {
        return isShared() || ownerId.equals(person);
    }

    int position() {
        return position;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}

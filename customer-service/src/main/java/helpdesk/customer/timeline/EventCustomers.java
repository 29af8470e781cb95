package helpdesk.customer.timeline;

import helpdesk.customer.profile.Owner;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Which customer an event of an integration is about. It was found out by an address when the event came; the address may be
 * somebody else's by now.
 */
@ApplicationScoped
class EventCustomers {

    private final Session session;
    private final Sql sql;

    EventCustomers(Session session, Sql sql) {
        this.session = session;
        this.sql = sql;
    }

    void keep(IncomingEvent event, Owner owner) {
        // The customer may be new, and is referred to.
        session.flush();
        sql.execute(
                "insert into event_customer (event_source, event_id, customer_id, origin_id) values (?, ?, ?, ?)",
                event.source(),
                event.id(),
                owner.customerId(),
                owner.originId());
    }

    /** The profile it was found to be about at the time. */
    Optional<UUID> find(IncomingEvent event) {
        return sql.first(
                "select coalesce(origin_id, customer_id) from event_customer where event_source = ? and event_id = ?",
                row -> row.getObject(1, UUID.class),
                event.source(),
                event.id());
    }
}

package helpdesk.customer.identity;

import helpdesk.customer.profile.Owner;
import helpdesk.customer.text.PlainLine;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Which ticket is from which customer. A link is made once and stays. */
@ApplicationScoped
public class TicketLinks {

    private static final int LONGEST_SUBJECT = 300;

    private static final String FIND = "select customer_id, origin_id from ticket_customer where ticket_id = ?";

    private static final String LINK = """
            insert into ticket_customer (ticket_id, customer_id, origin_id, linked_at) values (?, ?, ?, ?)
            on conflict (ticket_id) do nothing""";

    private static final String FOLLOW = """
            update ticket_customer set number = ?, subject = ?, status = ?, sequence = ?, changed_at = ?
            where ticket_id = ? and sequence < ?""";

    private final Session session;
    private final Sql sql;

    TicketLinks(Session session, Sql sql) {
        this.session = session;
        this.sql = sql;
    }

    /** The customer the ticket is from; empty while that is not known. */
    public Optional<Owner> ownerOf(UUID ticketId) {
        return sql.first(FIND, row -> new Owner(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), ticketId);
    }

    /** Takes over how a ticket stands, unless something newer was taken over before, or it is nobody's yet. */
    public void follow(UUID ticketId, String number, String subject, String status, IncomingEvent event) {
        sql.execute(
                FOLLOW,
                number,
                PlainLine.of(subject, LONGEST_SUBJECT),
                status,
                event.sequence(),
                event.time(),
                ticketId,
                event.sequence());
    }

    /** Links the ticket, unless it is linked already; tells whether it was linked now. */
    boolean link(UUID ticketId, Owner owner, Instant now) {
        // The customer may be new, and is referred to.
        session.flush();
        return sql.execute(LINK, ticketId, owner.customerId(), owner.originId(), now) > 0;
    }
}

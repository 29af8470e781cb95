package helpdesk.customer.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Which ticket is from which customer. A link is made once and stays.
 *
 * <p>The consumers of different topics meet here: one makes the link and collects what waited for it, another finds no link
 * and leaves something waiting. Both hold the ticket's row meanwhile, so that neither misses the other.
 */
@ApplicationScoped
public class TicketLinks {

    private static final String TABLE = "ticket_customer";

    private static final String FIND = "select customer_id from ticket_customer where ticket_id = :ticket";

    /** The idle update returns the row, which {@code do nothing} would not, and holds it until the end of the transaction. */
    private static final String LOCK = """
            insert into ticket_customer (ticket_id) values (:ticket)
            on conflict (ticket_id) do update set ticket_id = excluded.ticket_id
            returning customer_id""";

    private static final String LINK = """
            insert into ticket_customer as known (ticket_id, customer_id, linked_at) values (:ticket, :customer, :now)
            on conflict (ticket_id) do update set customer_id = excluded.customer_id, linked_at = excluded.linked_at
            where known.customer_id is null""";

    private final Session session;

    TicketLinks(Session session) {
        this.session = session;
    }

    /** The customer the ticket is from; empty while that is not known. */
    public Optional<UUID> customerOf(UUID ticketId) {
        return customer(query(FIND, ticketId));
    }

    /** The same; nobody else links the ticket until the end of this transaction. */
    public Optional<UUID> lock(UUID ticketId) {
        return customer(query(LOCK, ticketId));
    }

    /** Links the ticket, unless it is linked already; tells whether it was linked now. */
    boolean link(UUID ticketId, UUID customerId, Instant now) {
        return session.createNativeMutationQuery(LINK)
                        .setParameter("ticket", ticketId)
                        .setParameter("customer", customerId)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** Told which table is concerned, so that other pending writes can go on waiting for their batch. */
    private NativeQuery<UUID> query(String sql, UUID ticketId) {
        return session.createNativeQuery(sql, UUID.class)
                .addSynchronizedQuerySpace(TABLE)
                .setParameter("ticket", ticketId);
    }

    private static Optional<UUID> customer(NativeQuery<UUID> query) {
        List<UUID> found = query.getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.getFirst());
    }
}

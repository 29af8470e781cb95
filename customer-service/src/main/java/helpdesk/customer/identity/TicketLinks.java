package helpdesk.customer.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Which ticket is from which customer. A link is made once and stays. */
@ApplicationScoped
public class TicketLinks {

    private static final String FIND = "select customer_id from ticket_customer where ticket_id = :ticket";

    private static final String LINK = """
            insert into ticket_customer (ticket_id, customer_id, linked_at) values (:ticket, :customer, :now)
            on conflict (ticket_id) do nothing""";

    private final Session session;

    TicketLinks(Session session) {
        this.session = session;
    }

    /** The customer the ticket is from; empty while that is not known. */
    public Optional<UUID> customerOf(UUID ticketId) {
        return session.createNativeQuery(FIND, UUID.class)
                // Told which table is concerned, so that other pending writes can go on waiting for their batch.
                .addSynchronizedQuerySpace("ticket_customer")
                .setParameter("ticket", ticketId)
                .uniqueResultOptional();
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
}

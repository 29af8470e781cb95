package helpdesk.notification.customers;

import helpdesk.platform.persistence.Sql;
import helpdesk.platform.succession.Redirection;
import helpdesk.platform.succession.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All that is kept of customers beside their profiles. It follows when a profile goes on in another, and back. */
@ApplicationScoped
class CustomerReferences implements Redirection {

    private static final String CUSTOMER = "customer_id";
    private static final String ORIGIN = "customer_origin_id";

    /** Tickets first, as whoever writes messages of a ticket locks it first. */
    private static final List<Reference> ALL = List.of(
            new Reference("known_ticket", CUSTOMER, ORIGIN),
            new Reference("message", CUSTOMER, ORIGIN),
            new Reference("appointment", CUSTOMER, ORIGIN),
            new Reference("message_preference", CUSTOMER, ORIGIN),
            new Reference("callback", CUSTOMER, ORIGIN),
            new Reference("callback_link", CUSTOMER, ORIGIN));

    private final Sql sql;

    CustomerReferences(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void redirect(UUID successor, List<UUID> kin) {
        ALL.forEach(reference -> reference.redirect(successor, kin, sql));
    }
}

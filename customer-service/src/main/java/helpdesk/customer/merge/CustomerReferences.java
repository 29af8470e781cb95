package helpdesk.customer.merge;

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
    private static final String ORIGIN = "origin_id";

    private static final List<Reference> ALL = List.of(
            new Reference("ticket_customer", CUSTOMER, ORIGIN),
            new Reference("event_customer", CUSTOMER, ORIGIN),
            new Reference("timeline_entry", CUSTOMER, ORIGIN),
            new Reference("customer_note", CUSTOMER, ORIGIN),
            new Reference("coupon", CUSTOMER, ORIGIN),
            new Reference("reward_claim", "owner_id", "owner_origin_id"),
            new Reference("reward_claim", CUSTOMER, "customer_origin_id"),
            new Reference("milestone_by_hand", CUSTOMER, ORIGIN),
            new Reference("subscription", CUSTOMER, ORIGIN),
            new Reference("visit", CUSTOMER, ORIGIN),
            new Reference("lapse", CUSTOMER, ORIGIN),
            new Reference("draw_entry", CUSTOMER, ORIGIN),
            new Reference("consent_change", CUSTOMER, ORIGIN),
            new Reference("identity_change", CUSTOMER, ORIGIN));

    private final Sql sql;

    CustomerReferences(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void redirect(UUID successor, List<UUID> kin) {
        ALL.forEach(reference -> reference.redirect(successor, kin, sql));
    }
}

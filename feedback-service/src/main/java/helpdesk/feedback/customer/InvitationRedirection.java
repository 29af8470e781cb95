package helpdesk.feedback.customer;

import helpdesk.platform.persistence.Sql;
import helpdesk.platform.succession.Redirection;
import helpdesk.platform.succession.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets invitations, and with them their answers, follow their customers. */
@ApplicationScoped
class InvitationRedirection implements Redirection {

    private static final Reference CUSTOMER = new Reference("invitation", "customer_id", "customer_origin_id");

    private final Sql sql;

    InvitationRedirection(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void redirect(UUID successor, List<UUID> kin) {
        CUSTOMER.redirect(successor, kin, sql);
    }
}

package helpdesk.feedback.improvement;

import helpdesk.platform.persistence.Sql;
import helpdesk.platform.succession.Redirection;
import helpdesk.platform.succession.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets those who asked for something, or complained, follow their profiles. */
@ApplicationScoped
class VoiceRedirection implements Redirection {

    private static final List<Reference> CUSTOMERS = List.of(
            new Reference("improvement_voice", "customer_id", "customer_origin_id"),
            new Reference("complaint", "customer_id", "customer_origin_id"));

    private final Sql sql;

    VoiceRedirection(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void redirect(UUID successor, List<UUID> kin) {
        CUSTOMERS.forEach(customer -> customer.redirect(successor, kin, sql));
    }
}

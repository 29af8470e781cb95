package helpdesk.platform.succession;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Letters follow whom they are to. */
@ApplicationScoped
class Letters implements Redirection {

    private final Sql sql;

    Letters(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void redirect(UUID successor, List<UUID> kin) {
        new Reference("letter", "to_id", "to_origin_id").redirect(successor, kin, sql);
    }
}

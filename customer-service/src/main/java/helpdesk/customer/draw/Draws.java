package helpdesk.customer.draw;

import helpdesk.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The draws. */
@ApplicationScoped
class Draws implements PanacheRepositoryBase<Draw, UUID> {

    private final Sql sql;

    Draws(Sql sql) {
        this.sql = sql;
    }

    /** The newest first, older than the given one. */
    List<Draw> list(UUID olderThan, int limit) {
        Sort newest = Sort.descending("id");
        return (olderThan == null ? findAll(newest) : find("id < ?1", newest, olderThan))
                .page(0, limit)
                .list();
    }

    /** Those that are not drawn yet. */
    List<Draw> undrawn() {
        return list("drawnAt is null order by id");
    }

    /** One that closed before, held until the end of the transaction. */
    Optional<Draw> holdDue(Instant closedBefore) {
        return sql.first("""
                        select id from draw where drawn_at is null and closes_at <= ?
                        order by closes_at limit 1 for update skip locked""", row -> row.getObject(1, UUID.class), closedBefore).map(this::findById);
    }
}

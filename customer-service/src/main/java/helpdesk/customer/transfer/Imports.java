package helpdesk.customer.transfer;

import helpdesk.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The imports. */
@ApplicationScoped
class Imports implements PanacheRepositoryBase<CustomerImport, UUID> {

    private final Sql sql;

    Imports(Sql sql) {
        this.sql = sql;
    }

    /** The newest first, older than the given one. */
    List<CustomerImport> list(UUID olderThan, int limit) {
        Sort newest = Sort.descending("id");
        return (olderThan == null ? findAll(newest) : find("id < ?1", newest, olderThan))
                .page(0, limit)
                .list();
    }

    /** The first that is not at its end and that nobody else is at, held until the end of the transaction. */
    Optional<CustomerImport> holdRunning() {
        return sql.first(
                        "select id from customer_import where state = 'RUNNING' order by id limit 1 for update skip locked",
                        row -> row.getObject(1, UUID.class))
                .map(this::findById);
    }

    Optional<CustomerImport> hold(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Removes what ended before, with its report. */
    void removeOld(Instant before) {
        sql.execute("delete from customer_import where finished_at < ?", before);
    }
}

package helpdesk.customer.reward;

import helpdesk.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The programs. */
@ApplicationScoped
class Programs implements PanacheRepositoryBase<Program, UUID> {

    private static final String COUNT = """
            update reward_program set issued = issued + ?
            where id = ? and (max_issued is null or issued + ? <= max_issued)""";

    private final Sql sql;

    Programs(Sql sql) {
        this.sql = sql;
    }

    /** Those after one of them, the oldest first. Ids sort by time. */
    List<Program> list(UUID after, int limit) {
        return (after == null ? findAll(Sort.ascending("id")) : find("id > ?1", Sort.ascending("id"), after))
                .page(0, limit)
                .list();
    }

    /** Those that issue coupons for this. */
    List<Program> activeOn(IssueOn happening) {
        return list("active = true and issueOn = ?1 order by id", happening);
    }

    boolean isSegment(UUID id) {
        return sql.first("select 1 from segment where id = ?", row -> true, id).isPresent();
    }

    /** Counts a coupon that is issued although there may be too many. */
    void countAll(Program program) {
        sql.execute("update reward_program set issued = issued + 1 where id = ?", program.id());
    }

    /** Counts coupons that are about to be issued; false when there would be too many. */
    boolean count(Program program, int more) {
        return sql.execute(COUNT, more, program.id(), more) == 1;
    }
}

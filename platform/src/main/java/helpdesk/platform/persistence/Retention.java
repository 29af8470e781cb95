package helpdesk.platform.persistence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Deletes rows whose time is over, in transactions small enough to bother nobody. */
@ApplicationScoped
public class Retention {

    private static final int ROWS_AT_ONCE = 5_000;

    /** The most that one call deletes is this times {@value #ROWS_AT_ONCE}; the next call goes on. */
    private static final int MOST_TRANSACTIONS = 200;

    private final EntityManager entities;

    Retention(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Deletes the rows of the table that are older. Replicas may do so at the same time.
     *
     * @param table the table's name, a constant of the calling code
     * @param timeColumn the name of an indexed column of type {@code timestamptz}
     * @return how many rows were deleted
     */
    public long deleteOlder(String table, String timeColumn, Instant oldest) {
        String delete = """
                delete from %1$s where ctid = any(array(
                    select ctid from %1$s where %2$s < :oldest limit %3$d for update skip locked))""".formatted(table, timeColumn, ROWS_AT_ONCE);
        long all = 0;
        for (int i = 0; i < MOST_TRANSACTIONS; i++) {
            int deleted = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(delete)
                    .setParameter("oldest", oldest)
                    .executeUpdate());
            all += deleted;
            if (deleted < ROWS_AT_ONCE) {
                break;
            }
        }
        return all;
    }
}

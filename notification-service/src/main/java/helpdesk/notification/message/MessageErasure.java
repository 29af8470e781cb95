package helpdesk.notification.message;

import helpdesk.notification.customers.Person;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Forgets what somebody was told, and what others were told about their tickets. */
@ApplicationScoped
public class MessageErasure {

    private static final int ROWS_AT_ONCE = 500;

    private static final String DELETE = """
            delete from message where id in (select id from message where %s limit ? for update) returning id""";

    private static final String ADDRESSES = """
            with dead as (delete from dead_recipient where recipient = any(?))
            delete from unsubscribed_address where recipient = any(?)""";

    private final Sql sql;

    MessageErasure(Sql sql) {
        this.sql = sql;
    }

    /** Called without a transaction; gives the ids of the messages that went. */
    public Set<UUID> erase(Person person) {
        Set<UUID> erased = new HashSet<>();
        delete("customer_id = any(?)", person.idArray(), erased);
        delete("customer_origin_id = any(?)", person.idArray(), erased);
        delete("ticket_id = any(?)", person.ticketArray(), erased);
        delete("customer_id is null and recipient = any(?)", person.contactArray(), erased);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.execute(ADDRESSES, person.contactArray(), person.contactArray()));
        return erased;
    }

    /** Their attempts go with them. */
    private void delete(String condition, Object values, Set<UUID> erased) {
        List<UUID> deleted;
        do {
            deleted = QuarkusTransaction.requiringNew()
                    .call(() -> sql.list(
                            DELETE.formatted(condition), row -> row.getObject(1, UUID.class), values, ROWS_AT_ONCE));
            erased.addAll(deleted);
        } while (deleted.size() == ROWS_AT_ONCE);
    }
}

package helpdesk.notification.booking;

import helpdesk.notification.customers.Person;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets the links that somebody got to book a callback; they lead nowhere any more. */
@ApplicationScoped
public class LinkErasure {

    private static final int ROWS_AT_ONCE = 500;

    private static final String DELETE = """
            delete from callback_link where id in (
                select id from callback_link
                where customer_id = any(?) or customer_origin_id = any(?) or ticket_id = any(?)
                    or customer_id is null and phone = any(?)
                limit ? for update)""";

    private final Sql sql;

    LinkErasure(Sql sql) {
        this.sql = sql;
    }

    /** Called without a transaction; tells how many went. */
    public long erase(Person person) {
        long erased = 0;
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew()
                    .call(() -> sql.execute(
                            DELETE,
                            person.idArray(),
                            person.idArray(),
                            person.ticketArray(),
                            person.contactArray(),
                            ROWS_AT_ONCE));
            erased += deleted;
        } while (deleted == ROWS_AT_ONCE);
        return erased;
    }
}

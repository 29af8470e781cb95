package helpdesk.ticket.privacy;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which tickets are a person's. */
@ApplicationScoped
class PersonalTickets {

    private static final String FIND =
            "select id from ticket where customer_id = any(?) or customer_origin_id = any(?)";

    /** Those of nobody that came from one of these addresses or numbers, and what followed from those of the person. */
    private static final String CLAIM = """
            update ticket set customer_id = ?, version = version + 1 where customer_id is null and id in (
                select id from ticket where email = any(?)
                union select id from ticket where phone = any(?)
                union select later.id from ticket later join ticket t on later.follow_up_of = t.id
                    where t.customer_id = any(?) or t.customer_origin_id = any(?))""";

    private final Sql sql;

    PersonalTickets(Sql sql) {
        this.sql = sql;
    }

    List<UUID> find(Collection<UUID> person) {
        UUID[] ids = person.toArray(UUID[]::new);
        return sql.search(FIND, row -> row.getObject(1, UUID.class), ids, ids);
    }

    /** Tickets that can be known only by an address are the customer's from now on: once that is gone they are found again. */
    void claim(UUID customer, Collection<UUID> person, Collection<String> contacts) {
        UUID[] ids = person.toArray(UUID[]::new);
        String[] addresses = contacts.toArray(String[]::new);
        sql.execute(CLAIM, customer, addresses, addresses, ids, ids);
    }
}

package helpdesk.ticket.customers;

import helpdesk.platform.persistence.Sql;
import helpdesk.platform.succession.Redirection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Tickets follow when a profile goes on in another, with what their requesters wrote and sent. Each has a new version and a line
 * in its history, and tells of no change: whoever keeps tickets follows the merge itself.
 */
@ApplicationScoped
class TicketRedirection implements Redirection {

    private static final String REDIRECT = """
            with moved as (
                update ticket
                set customer_id = ?, customer_origin_id = nullif(coalesce(customer_origin_id, customer_id), ?),
                    version = version + 1
                where (customer_origin_id = any(?) or customer_origin_id is null and customer_id = any(?)) and customer_id <> ?
                returning new.id as id, new.version as version, old.customer_id as former, new.customer_id as current),
            said as (
                update ticket_comment c set author_id = moved.current from moved
                where c.ticket_id = moved.id and c.author_kind = 'CUSTOMER' and c.author_id = moved.former),
            sent as (
                update attachment a set author_id = moved.current from moved
                where a.ticket_id = moved.id and a.author_kind = 'CUSTOMER' and a.author_id = moved.former)
            insert into ticket_change (id, ticket_id, version, at, actor, cause, field, from_value, to_value)
            select uuidv7(), id, version, ?, 'system:ticket-service.customers', 'customer.merged', 'customerId',
                to_jsonb(former::text), to_jsonb(current::text)
            from moved""";

    private final Sql sql;
    private final Clock clock;

    TicketRedirection(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void redirect(UUID successor, List<UUID> kin) {
        UUID[] ids = kin.toArray(UUID[]::new);
        sql.execute(REDIRECT, successor, successor, ids, ids, successor, clock.instant());
    }
}

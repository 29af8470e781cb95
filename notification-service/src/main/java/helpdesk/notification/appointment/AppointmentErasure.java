package helpdesk.notification.appointment;

import helpdesk.notification.customers.Person;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Forgets who was visited, where and what about. Those that are open end, and nobody is told. */
@ApplicationScoped
public class AppointmentErasure {

    private static final int ROWS_AT_ONCE = 200;

    private static final String NEXT = """
            select id from appointment
            where name <> '[erased]' and (customer_id = any(?) or customer_origin_id = any(?) or ticket_id = any(?)
                or customer_id is null and (phone = any(?) or email = any(?)))
            order by id limit ? for update""";

    private static final String ERASE = """
            update appointment set name = '[erased]', email = null, phone = null, subject = '[erased]', notes = null,
                address_lines = '[erased]', postal_code = null, city = null, country = null, wish = null, wished_at = null,
                staff_reminder_at = null,
                end_reason = case when status = 'BOOKED' or end_reason is not null then '[erased]' end,
                end_party = case when status = 'BOOKED' then 'CUSTOMER' else end_party end,
                ended_at = coalesce(ended_at, ?), ended_by = coalesce(ended_by, 'system:erasure'),
                status = case when status = 'BOOKED' then 'CANCELLED' else status end,
                updated_at = ?, version = version + 1
            where id = any(?)""";

    private static final String ERASE_REASONS =
            "update appointment_move set reason = '[erased]' where appointment_id = any(?)";

    private static final String DROP_REMINDERS = "delete from appointment_reminder where appointment_id = any(?)";

    /** What is past stays taken: nobody can be booked then any more. */
    private static final String RELEASE = "delete from agent_time where id = any(?) and ends_at > ?";

    private static final String THEIRS = """
            select id from appointment
            where customer_id = any(?) or customer_origin_id = any(?) or ticket_id = any(?)""";

    private final Sql sql;
    private final Clock clock;

    AppointmentErasure(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How many were erased now, and the ids of all that are theirs, also of those that were erased before. */
    public record Erased(long count, Set<UUID> ids) {}

    /** Called without a transaction. */
    public Erased erase(Person person) {
        Set<UUID> ids = new HashSet<>();
        List<UUID> found;
        do {
            found = QuarkusTransaction.requiringNew().call(() -> eraseNext(person));
            ids.addAll(found);
        } while (found.size() == ROWS_AT_ONCE);
        long count = ids.size();
        ids.addAll(QuarkusTransaction.requiringNew().call(() -> theirs(person)));
        return new Erased(count, ids);
    }

    private List<UUID> eraseNext(Person person) {
        List<UUID> next = sql.list(
                NEXT,
                row -> row.getObject(1, UUID.class),
                person.idArray(),
                person.idArray(),
                person.ticketArray(),
                person.contactArray(),
                person.contactArray(),
                ROWS_AT_ONCE);
        UUID[] ids = next.toArray(UUID[]::new);
        sql.execute(ERASE_REASONS, (Object) ids);
        sql.execute(DROP_REMINDERS, (Object) ids);
        sql.execute(RELEASE, ids, clock.instant());
        sql.execute(ERASE, clock.instant(), clock.instant(), ids);
        return next;
    }

    private List<UUID> theirs(Person person) {
        return sql.list(
                THEIRS, row -> row.getObject(1, UUID.class), person.idArray(), person.idArray(), person.ticketArray());
    }
}

package helpdesk.notification.callback;

import helpdesk.notification.capacity.SlotLedger;
import helpdesk.notification.customers.Person;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Forgets who wanted to be called, where and what about. Those that are open end, and nobody is told. */
@ApplicationScoped
public class CallbackErasure {

    private static final int ROWS_AT_ONCE = 200;

    private static final String NEXT = """
            select id, group_name, slot_start, status in ('REQUESTED', 'SCHEDULED', 'ATTEMPTING', 'NO_ANSWER')
            from callback
            where phone <> '[erased]' and (customer_id = any(?) or customer_origin_id = any(?) or ticket_id = any(?)
                or customer_id is null and phone = any(?))
            order by id limit ? for update""";

    private static final String ERASE = """
            update callback set name = '[erased]', phone = '[erased]', reason = '[erased]', due_at = null, claimed_by = null,
                claimed_until = null, remind_at = null,
                status = case when status in ('REQUESTED', 'SCHEDULED', 'ATTEMPTING', 'NO_ANSWER') then 'CANCELLED'
                    else status end,
                updated_at = ?, version = version + 1
            where id = any(?)""";

    private static final String ERASE_NOTES =
            "update callback_attempt set note = '[erased]' where callback_id = any(?) and note is not null";

    private static final String THEIRS = """
            select id from callback where customer_id = any(?) or customer_origin_id = any(?) or ticket_id = any(?)""";

    private final Sql sql;
    private final SlotLedger ledger;
    private final Clock clock;

    CallbackErasure(Sql sql, SlotLedger ledger, Clock clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How many were erased now, and the ids of all that are theirs, also of those that were erased before. */
    public record Erased(long count, Set<UUID> ids) {}

    /** Called without a transaction. */
    public Erased erase(Person person) {
        Set<UUID> ids = new HashSet<>();
        List<Found> found;
        do {
            found = QuarkusTransaction.requiringNew().call(() -> eraseNext(person));
            found.forEach(callback -> ids.add(callback.id()));
        } while (found.size() == ROWS_AT_ONCE);
        long count = ids.size();
        ids.addAll(QuarkusTransaction.requiringNew().call(() -> theirs(person)));
        return new Erased(count, ids);
    }

    private List<Found> eraseNext(Person person) {
        List<Found> next = sql.list(
                NEXT,
                CallbackErasure::read,
                person.idArray(),
                person.idArray(),
                person.ticketArray(),
                person.contactArray(),
                ROWS_AT_ONCE);
        UUID[] ids = next.stream().map(Found::id).toArray(UUID[]::new);
        sql.execute(ERASE_NOTES, (Object) ids);
        sql.execute(ERASE, clock.instant(), ids);
        // In one order, so that two transactions never wait for each other.
        next.stream()
                .filter(Found::holdsPlace)
                .sorted(Comparator.comparing(Found::group).thenComparing(Found::slotStart))
                .forEach(callback -> ledger.release(callback.group(), callback.slotStart()));
        return next;
    }

    private List<UUID> theirs(Person person) {
        return sql.list(
                THEIRS, row -> row.getObject(1, UUID.class), person.idArray(), person.idArray(), person.ticketArray());
    }

    private static Found read(ResultSet row) throws SQLException {
        OffsetDateTime slotStart = row.getObject(3, OffsetDateTime.class);
        return new Found(
                row.getObject(1, UUID.class),
                row.getString(2),
                slotStart == null ? null : slotStart.toInstant(),
                row.getBoolean(4));
    }

    private record Found(UUID id, String group, Instant slotStart, boolean open) {

        boolean holdsPlace() {
            return open && slotStart != null;
        }
    }
}

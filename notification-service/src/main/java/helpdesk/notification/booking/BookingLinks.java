package helpdesk.notification.booking;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The links that were made to book callbacks. */
@ApplicationScoped
class BookingLinks {

    private static final String SELECT = """
            select id, customer_id, ticket_id, name, phone, group_name, language, time_zone, callback_id, expires_at
            from callback_link where id = ?""";

    private static final String STORE = """
            insert into callback_link (id, customer_id, ticket_id, name, phone, group_name, language, time_zone, callback_id,
                created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set callback_id = excluded.callback_id""";

    private static final String FORGET = """
            delete from callback_link where id in (
                select id from callback_link where expires_at < ? order by expires_at limit ? for update skip locked)""";

    private final Sql sql;

    BookingLinks(Sql sql) {
        this.sql = sql;
    }

    Optional<BookingLink> find(UUID id) {
        return sql.first(SELECT, BookingLinks::read, id);
    }

    /** The link, which nobody else books by until the transaction ends. */
    Optional<BookingLink> lock(UUID id) {
        return sql.first(SELECT + " for update", BookingLinks::read, id);
    }

    /** Stores a new link, or what was booked by one that is there. */
    void store(BookingLink link, UUID callbackId, Instant now) {
        sql.execute(
                STORE,
                link.id(),
                link.customerId(),
                link.ticketId(),
                link.name(),
                link.phone(),
                link.group(),
                link.language(),
                link.timeZone(),
                callbackId,
                now,
                link.expiresAt());
    }

    /** Deletes those that expired before then, some at once; tells how many. */
    int forget(Instant expiredBefore, int limit) {
        return sql.execute(FORGET, expiredBefore, limit);
    }

    private static BookingLink read(ResultSet row) throws SQLException {
        return new BookingLink(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, UUID.class),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}

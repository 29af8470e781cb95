package helpdesk.notification.preference;

import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What customers have said about being disturbed. Profiles that were merged keep what was said for each; for the one in which they go on
 * counts what was said for itself, else what was said last.
 */
@ApplicationScoped
public class Preferences {

    private static final String FIND = """
            select distinct on (customer_id) customer_id, version, quiet_from, quiet_to, time_zone, updated_at
            from message_preference where customer_id = any(?)
            order by customer_id, customer_origin_id is not null, updated_at desc""";

    /** The number grows beyond that of a merged profile that counted until now, so that nobody overwrites what they have not seen. */
    private static final String PUT = """
            insert into message_preference as known (id, version, customer_id, quiet_from, quiet_to, time_zone, updated_at)
            values (?, ?, ?, cast(? as time), cast(? as time), ?, ?)
            on conflict (coalesce(customer_origin_id, customer_id)) do update
            set version = excluded.version, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                time_zone = excluded.time_zone, updated_at = excluded.updated_at
            where known.customer_id = excluded.customer_id and known.version < excluded.version""";

    private final Sql sql;

    Preferences(Sql sql) {
        this.sql = sql;
    }

    /** What these customers have said, by their ids; of who has said nothing there is nothing. */
    public Map<UUID, Preference> find(Collection<UUID> customers) {
        Map<UUID, Preference> found = new HashMap<>();
        if (!customers.isEmpty()) {
            sql.list(FIND, row -> Map.entry(row.getObject(1, UUID.class), read(row)), (Object)
                            customers.toArray(UUID[]::new))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    /** Takes over what a customer says; false when somebody else has changed it in the meantime. */
    boolean put(UUID customer, Preference preference) {
        Hours hours = preference.quietHours();
        return sql.execute(
                        PUT,
                        Ids.next(),
                        preference.version(),
                        customer,
                        hours == null ? null : hours.from(),
                        hours == null ? null : hours.to(),
                        preference.timeZone(),
                        preference.updatedAt())
                == 1;
    }

    /** Forgets what they have said, and what was said for those who go on as them; tells how many rows that were. */
    public long forget(Collection<UUID> customers) {
        UUID[] ids = customers.toArray(UUID[]::new);
        return sql.execute(
                "delete from message_preference where customer_id = any(?) or customer_origin_id = any(?)", ids, ids);
    }

    private static Preference read(ResultSet row) throws SQLException {
        LocalTime from = row.getObject(3, LocalTime.class);
        LocalTime to = row.getObject(4, LocalTime.class);
        Instant updatedAt = row.getObject(6, OffsetDateTime.class).toInstant();
        return new Preference(
                from == null ? null : Hours.of(new QuietHours(from, to)), row.getString(5), row.getLong(2), updatedAt);
    }
}

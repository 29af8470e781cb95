package helpdesk.customer.lapse;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads how customers stand with us, for many at once. */
@ApplicationScoped
class Standings {

    private static final String SUBSCRIPTIONS = """
            select customer_id, id, name, ends_on, cancelled_at, coalesce(renewed_at, created_at)
            from subscription where customer_id = any(?)""";

    private static final String VISITS = """
            select who.id, v.at from unnest(?) as who (id)
            cross join lateral (
                select at from (
                    (select at from visit where customer_id = who.id and at <= ? order by at desc, id desc limit 10)
                    union
                    (select entry.at from unnest(?) as counted (kind)
                        cross join lateral (
                            select at from timeline_entry
                            where customer_id = who.id and timeline_entry.kind = counted.kind and at <= ?
                            order by at desc, id desc limit 10) as entry)) as any_visit
                order by at desc limit 10) as v
            order by v.at desc""";

    private final Sql sql;

    Standings(Sql sql) {
        this.sql = sql;
    }

    Map<UUID, List<Standing.Subscribed>> subscriptions(Collection<UUID> customers) {
        Map<UUID, List<Standing.Subscribed>> all = new HashMap<>();
        sql.list(
                SUBSCRIPTIONS,
                row -> all.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new Standing.Subscribed(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                time(row, 5),
                                time(row, 6))),
                (Object) customers.toArray(UUID[]::new));
        return all;
    }

    /**
     * The last visits of each, the latest first.
     *
     * @param kinds what counts as a visit, too
     * @param until later ones are mistakes of other clocks
     */
    Map<UUID, List<Instant>> visits(Collection<UUID> customers, List<String> kinds, Instant until) {
        Map<UUID, List<Instant>> all = new HashMap<>();
        sql.list(
                VISITS,
                row -> all.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(time(row, 2)),
                customers.toArray(UUID[]::new),
                until,
                kinds.toArray(String[]::new),
                until);
        return all;
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

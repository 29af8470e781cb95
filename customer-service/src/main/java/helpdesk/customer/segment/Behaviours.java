package helpdesk.customer.segment;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what customers do, for many at once. */
@ApplicationScoped
class Behaviours {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private static final String NUMBERS = """
            select who.id,
                (select count(*) from (select 1 from ticket_customer t where t.customer_id = who.id
                    and t.status in ('new', 'open', 'pending', 'on_hold') limit 1000) as one),
                (select count(*) from (select 1 from ticket_customer t where t.customer_id = who.id
                    and t.linked_at >= ? limit 1000) as one),
                (select count(*) from (select 1 from visit v where v.customer_id = who.id
                    and v.at >= ? limit 1000) as one),
                (select count(*) from (select 1 from coupon c where c.customer_id = who.id
                    and c.state = 'REDEEMED' limit 1000) as one)
            from unnest(?) as who (id)""";

    private static final String SUBSCRIPTIONS = """
            select customer_id, name, value ->> 'currency', cast(value ->> 'amount' as numeric)
            from subscription where customer_id = any(?) and cancelled_at is null and ends_on >= cast(? as date)""";

    private static final String TIMES = """
            select who.id, count(entry.one) from unnest(?) as who (id)
            cross join lateral (
                select 1 as one from timeline_entry
                where customer_id = who.id and kind = ? and at >= ? limit ?) as entry
            group by who.id""";

    private final Sql sql;

    Behaviours(Sql sql) {
        this.sql = sql;
    }

    Map<UUID, SegmentFacts.Behaviour> of(Collection<UUID> customers, LocalDate today, Instant now) {
        UUID[] ids = customers.toArray(UUID[]::new);
        Map<UUID, List<String>> names = new HashMap<>();
        Map<UUID, Map<String, BigDecimal>> values = new HashMap<>();
        sql.list(SUBSCRIPTIONS, row -> add(row, names, values), ids, today.toString());
        Map<UUID, SegmentFacts.Behaviour> all = new HashMap<>();
        sql.list(
                NUMBERS,
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    return all.put(
                            id,
                            new SegmentFacts.Behaviour(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    names.getOrDefault(id, List.of()),
                                    values.getOrDefault(id, Map.of())));
                },
                now.minus(A_YEAR),
                now.minus(A_YEAR),
                ids);
        return all;
    }

    /** How often each thing happened to each. */
    Map<UUID, Map<SegmentFacts.Counted, Integer>> counts(
            Collection<UUID> customers, Set<SegmentFacts.Counted> wanted, Instant now) {
        Map<UUID, Map<SegmentFacts.Counted, Integer>> all = new HashMap<>();
        for (SegmentFacts.Counted counted : wanted) {
            sql.list(
                    TIMES,
                    row -> all.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                            .put(counted, row.getInt(2)),
                    customers.toArray(UUID[]::new),
                    counted.kind(),
                    now.minus(Duration.ofDays(counted.withinDays())),
                    SegmentCondition.Happened.MOST_COUNTED);
        }
        return all;
    }

    private static UUID add(ResultSet row, Map<UUID, List<String>> names, Map<UUID, Map<String, BigDecimal>> values)
            throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        names.computeIfAbsent(id, one -> new ArrayList<>()).add(row.getString(2));
        if (row.getString(3) != null) {
            values.computeIfAbsent(id, one -> new HashMap<>())
                    .merge(row.getString(3), row.getBigDecimal(4), BigDecimal::add);
        }
        return id;
    }
}

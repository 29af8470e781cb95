package helpdesk.customer.segment;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Who belongs to segments, and how large they were. */
@ApplicationScoped
public class SegmentMembers {

    private static final String JOIN = """
            insert into segment_member (segment_id, customer_id, since)
            select ?, one, ? from unnest(?) as joining (one) on conflict do nothing""";

    private static final String COUNT = """
            insert into segment_day (segment_id, day, size, joined, "left")
            values (?, ?, greatest(0, ? - ? + coalesce(
                (select size from segment_day where segment_id = ? and day <= ? order by day desc limit 1), 0)), ?, ?)
            on conflict (segment_id, day) do update
            set size = greatest(0, segment_day.size + excluded.joined - excluded."left"), joined = segment_day.joined + excluded.joined,
                "left" = segment_day."left" + excluded."left\"""";

    private static final String NEWEST = """
            select m.customer_id, c.name, m.since from segment_member m join customer c on c.id = m.customer_id
            where m.segment_id = ? and (m.since, m.customer_id) < (cast(? as timestamptz), cast(? as uuid))
            order by m.since desc, m.customer_id desc limit ?""";

    private static final String OF_CUSTOMER = """
            select s.id, s.name, s.ideal, m.since from segment_member m join segment s on s.id = m.segment_id
            where m.customer_id = ? order by lower(s.name)""";

    private static final String DAYS = """
            select day, size, joined, "left" from (
                (select * from segment_day where segment_id = ? and day < ? order by day desc limit 1)
                union all
                select * from segment_day where segment_id = ? and day between ? and ?) as days
            order by day""";

    private final Sql sql;

    SegmentMembers(Sql sql) {
        this.sql = sql;
    }

    /** To which segments these customers belong. */
    Map<UUID, Set<UUID>> of(Collection<UUID> customers) {
        Map<UUID, Set<UUID>> segments = new HashMap<>();
        sql.list(
                "select customer_id, segment_id from segment_member where customer_id = any(?)",
                row -> segments.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                        .add(row.getObject(2, UUID.class)),
                (Object) customers.toArray(UUID[]::new));
        return segments;
    }

    /** They belong to none any more: they were forgotten. In the transaction at hand; tells how many memberships there were. */
    public long forget(Collection<UUID> customers, Instant now) {
        Map<UUID, List<UUID>> leaving = new TreeMap<>(Comparator.comparing(UUID::toString));
        of(customers)
                .forEach((customer, segments) ->
                        segments.forEach(segment -> leaving.computeIfAbsent(segment, id -> new ArrayList<>())
                                .add(customer)));
        leaving.forEach((segment, members) -> change(segment, List.of(), members, now));
        return leaving.values().stream().mapToLong(List::size).sum();
    }

    /** Those come and these go. */
    void change(UUID segment, List<UUID> joining, List<UUID> leaving, Instant now) {
        int joined = joining.isEmpty() ? 0 : sql.execute(JOIN, segment, now, joining.toArray(UUID[]::new));
        int left = leaving.isEmpty()
                ? 0
                : sql.execute(
                        "delete from segment_member where segment_id = ? and customer_id = any(?)",
                        segment,
                        leaving.toArray(UUID[]::new));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (joined + left > 0) {
            sql.execute(COUNT, segment, today, joined, left, segment, today, joined, left);
        }
    }

    List<SegmentMember> newest(UUID segment, Instant before, UUID beforeId, int limit) {
        return sql.list(
                NEWEST,
                row -> new SegmentMember(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                segment,
                before,
                beforeId,
                limit);
    }

    List<CustomerSegment> ofCustomer(UUID customer) {
        return sql.list(
                OF_CUSTOMER,
                row -> new CustomerSegment(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                customer);
    }

    /** The days on which anybody came or went, and the last one before them. */
    List<SegmentDay> days(UUID segment, LocalDate from, LocalDate to) {
        return sql.list(
                DAYS,
                row -> new SegmentDay(row.getObject(1, LocalDate.class), row.getInt(2), row.getInt(3), row.getInt(4)),
                segment,
                from,
                segment,
                from,
                to);
    }
}

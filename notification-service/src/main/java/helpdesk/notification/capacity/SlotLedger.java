package helpdesk.notification.capacity;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.query.NativeQuery;

/**
 * How much of each slot is booked or held. Booking is one statement that takes a place only where there is one, so that no two
 * bookings at the same time can take the last one. Whoever locks several rows does it in one order, holds before slots and the
 * earlier slot first, so that no two wait for each other.
 */
@ApplicationScoped
public class SlotLedger {

    /**
     * After a change of the plan's slot length, new slots may overlap slots that were booked before; those bookings count
     * in both. The plan is held while this runs, so nothing is booked by an older plan meanwhile.
     */
    private static final String BOOK = """
            with others as (
                select coalesce(sum(booked), 0) as booked
                from callback_slot
                where group_name = :group and starts_at <> :start
                    and starts_at > :earliest and starts_at < :end and ends_at > :start)
            insert into callback_slot as slot (group_name, starts_at, ends_at, capacity, booked)
            select :group, :start, :end, :people, 1
            from others
            where others.booked < :people
            on conflict (group_name, starts_at) do update
            set booked = slot.booked + 1, capacity = excluded.capacity, ends_at = greatest(slot.ends_at, excluded.ends_at)
            where slot.booked + (select booked from others) < excluded.capacity""";

    private static final String RELEASE = """
            update callback_slot set booked = booked - 1
            where group_name = :group and starts_at = :start and booked > 0""";

    /** What was held and is over does not count, even where nobody has given it back yet. */
    private static final String BOOKED = """
            select starts_at, ends_at, booked - cast((
                select count(*) from callback_hold as hold
                where hold.group_name = slot.group_name and hold.slot_start = slot.starts_at and hold.expires_at <= :now)
                as int) as booked
            from callback_slot as slot
            where group_name = :group and starts_at > :earliest and starts_at < :to and booked > 0""";

    private static final String END_HOLDS = """
            with over as (
                select id from callback_hold
                where group_name = ? and slot_start > ? and slot_start < ? and slot_end > ? and expires_at <= ?
                order by id for update)
            delete from callback_hold where id in (select id from over) returning slot_start""";

    private static final String MAKE = """
            insert into callback_slot (group_name, starts_at, ends_at, capacity, booked)
            values (?, ?, ?, ?, 0) on conflict do nothing""";

    private static final String LOCK =
            "select 1 from callback_slot where group_name = ? and starts_at = ? for no key update";

    private final EntityManager entities;
    private final Sql sql;
    private final Clock clock;

    SlotLedger(EntityManager entities, Sql sql, Clock clock) {
        this.entities = entities;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Takes one place in the slot until it is released.
     *
     * @param plan held by this transaction ({@link CapacityPlans#heldOfGroup})
     * @return false when there is no place
     */
    public boolean book(CapacityPlan plan, Slot slot) {
        List<Instant> over = endHolds(plan, slot);
        if (!over.isEmpty()) {
            lock(plan, slot, new TreeSet<>(over));
            over.forEach(start -> release(plan.groupName(), start));
        }
        return take(plan, slot);
    }

    /**
     * Takes a place in the slot and then gives another one back, or neither.
     *
     * @param plan held by this transaction ({@link CapacityPlans#heldOfGroup})
     * @param from the beginning of the slot whose place is given back
     * @return false when there is no place
     */
    public boolean move(CapacityPlan plan, Instant from, Slot slot) {
        List<Instant> over = endHolds(plan, slot);
        SortedSet<Instant> touched = new TreeSet<>(over);
        touched.add(from);
        lock(plan, slot, touched);
        over.forEach(start -> release(plan.groupName(), start));
        boolean taken = take(plan, slot);
        if (taken) {
            release(plan.groupName(), from);
        }
        return taken;
    }

    /** Ends holds that are over and would be in the way; gives the beginnings of their slots, whose places are to be given back. */
    private List<Instant> endHolds(CapacityPlan plan, Slot slot) {
        return sql.list(
                END_HOLDS,
                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                plan.groupName(),
                slot.start().minus(CapacityPlan.LONGEST_SLOT),
                slot.end(),
                slot.start(),
                clock.instant());
    }

    private void lock(CapacityPlan plan, Slot slot, SortedSet<Instant> others) {
        sql.execute(MAKE, plan.groupName(), slot.start(), slot.end(), plan.people());
        SortedSet<Instant> starts = new TreeSet<>(others);
        starts.add(slot.start());
        starts.forEach(start -> sql.list(LOCK, row -> start, plan.groupName(), start));
    }

    private boolean take(CapacityPlan plan, Slot slot) {
        int taken = entities.createNativeQuery(BOOK)
                .setParameter("group", plan.groupName())
                .setParameter("start", slot.start())
                .setParameter("end", slot.end())
                .setParameter("earliest", slot.start().minus(CapacityPlan.LONGEST_SLOT))
                .setParameter("people", plan.people())
                .executeUpdate();
        return taken == 1;
    }

    /** Gives one place back. */
    public void release(String group, Instant start) {
        entities.createNativeQuery(RELEASE)
                .setParameter("group", group)
                .setParameter("start", start)
                .executeUpdate();
    }

    /** What is booked and touches the time from {@code from} to {@code to}, by the beginning. */
    NavigableMap<Instant, Booked> booked(String group, Instant from, Instant to) {
        List<?> rows = entities.createNativeQuery(BOOKED)
                .unwrap(NativeQuery.class)
                .addScalar("starts_at", Instant.class)
                .addScalar("ends_at", Instant.class)
                .addScalar("booked", Integer.class)
                .setParameter("group", group)
                .setParameter("earliest", from.minus(CapacityPlan.LONGEST_SLOT))
                .setParameter("to", to)
                .setParameter("now", clock.instant())
                .getResultList();
        NavigableMap<Instant, Booked> found = new TreeMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            Slot slot = new Slot((Instant) columns[0], (Instant) columns[1]);
            found.put(slot.start(), new Booked(slot, (Integer) columns[2]));
        }
        return found;
    }

    /** So many callbacks are booked in this slot. */
    record Booked(Slot slot, int callbacks) {}
}

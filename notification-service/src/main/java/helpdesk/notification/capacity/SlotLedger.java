package helpdesk.notification.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hibernate.query.NativeQuery;

/**
 * How much of each slot is booked. Booking is one statement that takes a place only where there is one, so that no two
 * bookings at the same time can take the last one.
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

    private static final String BOOKED = """
            select starts_at, ends_at, booked
            from callback_slot
            where group_name = :group and starts_at > :earliest and starts_at < :to and booked > 0""";

    private final EntityManager entities;

    SlotLedger(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Takes one place in the slot until it is released.
     *
     * @param plan held by this transaction ({@link CapacityPlans#heldOfGroup})
     * @return false when there is no place
     */
    public boolean book(CapacityPlan plan, Slot slot) {
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

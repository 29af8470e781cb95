package helpdesk.notification.capacity;

import helpdesk.notification.capacity.SlotLedger.Booked;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can still be booked. */
@ApplicationScoped
public class OpenSlots {

    /** Nothing is booked further ahead. */
    public static final Duration HORIZON = Duration.ofDays(365);

    private static final Duration LOOKED_UP_AT_ONCE = Duration.ofDays(14);
    private static final int ALTERNATIVES_WITHIN_DAYS = 14;
    private static final int ALTERNATIVES = 3;

    /** In days on both sides: as far as needed, and the near ones first, as there mostly are some. */
    private static final List<Integer> NEAREST_WITHIN_DAYS = List.of(1, 4, 14);

    private static final int NEAREST = 5;

    private final SlotLedger ledger;
    private final Clock clock;

    OpenSlots(SlotLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The plan's future slots that begin at or after {@code from} and before {@code to}, full ones included. */
    public List<SlotView> between(CapacityPlan plan, Instant from, Instant to) {
        Instant now = clock.instant();
        // A slot that begins now cannot be booked any more.
        Instant first = from.isAfter(now) ? from : now.plusNanos(1);
        Instant horizon = now.plus(HORIZON);
        Instant end = to.isBefore(horizon) ? to : horizon;
        if (!first.isBefore(end)) {
            return List.of();
        }
        NavigableMap<Instant, Booked> booked =
                ledger.booked(plan.groupName(), first, end.plus(CapacityPlan.LONGEST_SLOT));
        return plan.slots(first, end).stream()
                .map(slot -> SlotView.of(slot, remaining(plan, slot, booked)))
                .toList();
    }

    /** The slot that begins at this moment, when it is one of the plan and still to come. */
    public Optional<Slot> future(CapacityPlan plan, Instant start) {
        Instant now = clock.instant();
        return start.isAfter(now) && start.isBefore(now.plus(HORIZON)) ? plan.slotAt(start) : Optional.empty();
    }

    /**
     * The slots with room that begin at or after {@code from}, the earliest first. They are looked up while they are asked
     * for, as far as the horizon.
     */
    public Stream<Slot> free(CapacityPlan plan, Instant from) {
        Instant horizon = clock.instant().plus(HORIZON);
        return Stream.iterate(from, start -> start.isBefore(horizon), start -> start.plus(LOOKED_UP_AT_ONCE))
                .flatMap(start -> between(plan, start, start.plus(LOOKED_UP_AT_ONCE)).stream())
                .filter(slot -> slot.remaining() > 0)
                .map(slot -> new Slot(slot.start(), slot.end()));
    }

    /** The next slots with room after one that has none. */
    public List<SlotView> alternatives(CapacityPlan plan, Slot full) {
        return IntStream.range(0, ALTERNATIVES_WITHIN_DAYS)
                .mapToObj(day -> full.end().plus(Duration.ofDays(day)))
                .flatMap(from -> between(plan, from, from.plus(Duration.ofDays(1))).stream())
                .filter(slot -> slot.remaining() > 0)
                .limit(ALTERNATIVES)
                .toList();
    }

    /** The slots with room that begin nearest to one that has none, before it and after it, the nearest first. */
    public List<SlotView> nearest(CapacityPlan plan, Slot full) {
        List<SlotView> free = List.of();
        for (int days : NEAREST_WITHIN_DAYS) {
            Duration reach = Duration.ofDays(days);
            free = between(plan, full.start().minus(reach), full.start().plus(reach)).stream()
                    .filter(slot -> slot.remaining() > 0)
                    .sorted(Comparator.comparing(
                            slot -> Duration.between(slot.start(), full.start()).abs()))
                    .limit(NEAREST)
                    .toList();
            if (free.size() == NEAREST) {
                break;
            }
        }
        return free;
    }

    private static int remaining(CapacityPlan plan, Slot slot, NavigableMap<Instant, Booked> booked) {
        int taken =
                booked.subMap(slot.start().minus(CapacityPlan.LONGEST_SLOT), false, slot.end(), false).values().stream()
                        .filter(other -> other.slot().overlaps(slot))
                        .mapToInt(Booked::callbacks)
                        .sum();
        return Math.max(0, plan.people() - taken);
    }
}

package helpdesk.notification.capacity;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Predicate;

/** Takes places for those who name their time, and says what else is free when it is not. */
@ApplicationScoped
public class FreePlaces {

    private final CapacityPlans plans;
    private final OpenSlots openSlots;
    private final SlotLedger ledger;

    FreePlaces(CapacityPlans plans, OpenSlots openSlots, SlotLedger ledger) {
        this.plans = plans;
        this.openSlots = openSlots;
        this.ledger = ledger;
    }

    /**
     * Takes a place in the slot that begins then.
     *
     * @throws Problem {@code no-such-group}, {@code no-such-slot}, or {@code slot-full} with others that have room
     */
    public Slot take(String group, Instant start) {
        CapacityPlan plan = held(group);
        return require(plan, start, slot -> ledger.book(plan, slot));
    }

    /**
     * Takes a place in the slot that begins then, and then gives the one back in the slot that begins at {@code from}.
     *
     * @throws Problem as {@link #take}
     */
    public Slot exchange(String group, Instant from, Instant start) {
        CapacityPlan plan = held(group);
        return require(plan, start, slot -> ledger.move(plan, from, slot));
    }

    private CapacityPlan held(String group) {
        return plans.heldOfGroup(group)
                .orElseThrow(() -> NotificationProblem.NO_SUCH_GROUP.at(
                        "/group", "This group takes no callbacks. Check its name, or leave it out."));
    }

    private Slot require(CapacityPlan plan, Instant start, Predicate<Slot> taken) {
        Slot slot = openSlots
                .future(plan, start)
                .orElseThrow(() -> NotificationProblem.NO_SUCH_SLOT.at(
                        "/slotStart", "Choose the start of one of the slots that GET /api/v1/callback-slots lists."));
        if (!taken.test(slot)) {
            throw NotificationProblem.SLOT_FULL
                    .at("/slotStart", "All places at this time are taken. Choose another, for example one of nearest.")
                    .member("alternatives", openSlots.alternatives(plan, slot))
                    .member("nearest", openSlots.nearest(plan, slot));
        }
        return slot;
    }
}

package helpdesk.notification.callback;

import helpdesk.notification.capacity.CapacityPlan;
import helpdesk.notification.capacity.CapacityPlans;
import helpdesk.notification.capacity.OpenSlots;
import helpdesk.notification.capacity.Slot;
import helpdesk.notification.capacity.SlotLedger;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Takes wishes to be called back from those who are not there to choose another time when theirs is taken. */
@ApplicationScoped
@Transactional
public class CallbackWishes {

    private final CallbackRepository callbacks;
    private final CapacityPlans plans;
    private final OpenSlots openSlots;
    private final SlotLedger ledger;
    private final Bookings bookings;
    private final Causation causation;
    private final Clock clock;

    CallbackWishes(
            CallbackRepository callbacks,
            CapacityPlans plans,
            OpenSlots openSlots,
            SlotLedger ledger,
            Bookings bookings,
            Causation causation,
            Clock clock) {
        this.callbacks = callbacks;
        this.plans = plans;
        this.openSlots = openSlots;
        this.ledger = ledger;
        this.bookings = bookings;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * Books the wished slot, or the next one with room after the wished time, in the wished group when it calls customers
     * back, else in the default one. A wish for which there is no room at all is kept, and is due until somebody calls. The
     * same wish again has no effect.
     *
     * @param id of the wish and so of its callback
     * @param wish its slot, group and time zone may be null, and its slot any time
     * @param usualZone the customer's, where known; taken when the wish says none
     */
    public void take(UUID id, BookCallback wish, Optional<String> usualZone, Actor customer) {
        if (callbacks.findByIdOptional(id).isPresent()) {
            return;
        }
        causation.actAs(customer);
        Optional<CapacityPlan> plan =
                plans.heldOfGroup(wish.groupOrDefault()).or(() -> plans.heldOfGroup(CapacityPlan.DEFAULT_GROUP));
        BookCallback placed = wish.placed(
                plan.map(CapacityPlan::groupName).orElse(CapacityPlan.DEFAULT_GROUP),
                zone(wish, usualZone).or(() -> plan.map(CapacityPlan::timeZone)).orElse("Etc/UTC"));
        Instant now = clock.instant();
        String by = customer.toString();
        bookings.add(plan.flatMap(held -> book(held, wish.slotStart()))
                .map(slot -> new Callback(id, placed, slot, bookings.rules(placed.groupOrDefault()), by, now))
                .orElseGet(() -> new Callback(id, placed, by, now)));
    }

    /** The first slot in which a place could be taken: others may take places at the same time. */
    private Optional<Slot> book(CapacityPlan plan, Instant wished) {
        Instant now = clock.instant();
        Instant from = wished == null || wished.isBefore(now) ? now : wished;
        return openSlots
                .free(plan, from)
                .filter(slot -> ledger.book(plan, slot))
                .findFirst();
    }

    private static Optional<String> zone(BookCallback wish, Optional<String> usual) {
        return Optional.ofNullable(wish.timeZone())
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .or(() -> usual.filter(ZoneId.getAvailableZoneIds()::contains));
    }
}

package helpdesk.notification.callback;

import helpdesk.notification.NotificationProblem;
import helpdesk.notification.capacity.CallingRules;
import helpdesk.notification.capacity.CapacityPlan;
import helpdesk.notification.capacity.CapacityPlans;
import helpdesk.notification.capacity.FreePlaces;
import helpdesk.notification.capacity.Slot;
import helpdesk.notification.capacity.SlotHold;
import helpdesk.notification.capacity.SlotHolds;
import helpdesk.notification.capacity.SlotLedger;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What is done with the time of a callback, whoever does it: the place, the event and what the customer is told go together. */
@ApplicationScoped
class Bookings {

    private final CallbackRepository callbacks;
    private final CapacityPlans plans;
    private final FreePlaces places;
    private final SlotHolds holds;
    private final SlotLedger ledger;
    private final Outbox outbox;
    private final CallbackMessages messages;
    private final Successions successions;
    private final Clock clock;

    Bookings(
            CallbackRepository callbacks,
            CapacityPlans plans,
            FreePlaces places,
            SlotHolds holds,
            SlotLedger ledger,
            Outbox outbox,
            CallbackMessages messages,
            Successions successions,
            Clock clock) {
        this.callbacks = callbacks;
        this.plans = plans;
        this.places = places;
        this.holds = holds;
        this.ledger = ledger;
        this.outbox = outbox;
        this.messages = messages;
        this.successions = successions;
        this.clock = clock;
    }

    /**
     * Takes the wished place, or the one that was held for it.
     *
     * @throws helpdesk.platform.problem.Problem {@code no-such-group}, {@code no-such-slot}, {@code slot-full} or {@code hold-over}
     */
    Callback book(BookCallback wish, String by) {
        Instant now = clock.instant();
        if (wish.holdId() != null) {
            SlotHold hold = takeOver(wish, by);
            return add(new Callback(
                    Ids.next(), wish.placed(hold.group(), wish.timeZone()), hold.slot(), rules(hold.group()), by, now));
        }
        if (wish.slotStart() == null) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    "/slotStart", "Choose the start of a slot from /api/v1/callback-slots.");
        }
        Slot slot = places.take(wish.groupOrDefault(), wish.slotStart());
        return add(new Callback(Ids.next(), wish, slot, rules(wish.groupOrDefault()), by, now));
    }

    private SlotHold takeOver(BookCallback wish, String by) {
        SlotHold hold = holds.takeOver(wish.holdId(), by)
                .orElseThrow(
                        () -> NotificationProblem.HOLD_OVER.at(
                                "/holdId",
                                "It was booked or given back, its 5 minutes are over, or somebody else made it. Hold or book again."));
        if (wish.slotStart() != null && !wish.slotStart().equals(hold.slot().start())) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    "/slotStart", "Leave it out, or write the start of the slot that is held.");
        }
        if (wish.group() != null && !wish.group().equals(hold.group())) {
            throw PlatformProblem.INVALID_REQUEST.at("/group", "Leave it out, or write the group of the hold.");
        }
        return hold;
    }

    /** A new callback is told of, and confirmed when it has a time. */
    Callback add(Callback callback) {
        UUID named = callback.customerId();
        if (named != null) {
            callback.followTo(successions.current(named));
        }
        callbacks.persist(callback);
        outbox.append(callback, callback.requested());
        if (callback.isBooked()) {
            messages.confirm(callback, named);
        }
        return callback;
    }

    /**
     * Takes a place at another time, and then gives the former one back. The callback itself has its time still.
     *
     * @param callback locked and open
     * @throws helpdesk.platform.problem.Problem {@code no-such-group}, {@code no-such-slot} or {@code slot-full}
     */
    Slot exchange(Callback callback, Instant start) {
        return callback.isBooked()
                ? places.exchange(callback.group(), callback.slotStart(), start)
                : places.take(callback.group(), start);
    }

    /** Gives it a time in which a place was taken for it. */
    void schedule(Callback callback, Slot slot) {
        outbox.append(callback, callback.move(slot, rules(callback.group()), clock.instant()));
        messages.tellMoved(callback);
    }

    /**
     * Calls it off and gives its place, if it has one, to others.
     *
     * @param callback locked
     * @param tell whether the customer does not know it yet
     */
    void cancel(Callback callback, boolean tell) {
        outbox.append(callback, callback.cancel(clock.instant()));
        if (callback.isBooked()) {
            ledger.release(callback.group(), callback.slotStart());
        }
        if (tell) {
            messages.tellCancelled(callback);
        }
    }

    /** How the group calls. */
    CallingRules rules(String group) {
        return plans.ofGroup(group).map(CapacityPlan::rules).orElse(CallingRules.USUAL);
    }
}

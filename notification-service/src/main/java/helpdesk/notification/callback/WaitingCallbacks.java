package helpdesk.notification.callback;

import helpdesk.notification.capacity.CapacityPlan;
import helpdesk.notification.capacity.CapacityPlans;
import helpdesk.notification.capacity.OpenSlots;
import helpdesk.notification.capacity.Slot;
import helpdesk.notification.capacity.SlotLedger;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Gives wishes that found nothing free a time as soon as something is, who has waited longest first. */
@ApplicationScoped
class WaitingCallbacks {

    private static final int GROUPS = 100;
    private static final int AT_ONCE = 50;
    private static final CallbackPlace BEGINNING = new CallbackPlace(Instant.EPOCH, new UUID(0, 0));

    private final CallbackRepository callbacks;
    private final CapacityPlans plans;
    private final OpenSlots openSlots;
    private final SlotLedger ledger;
    private final Bookings bookings;
    private final Causation causation;
    private final Clock clock;

    WaitingCallbacks(
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

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void book() {
        causation.actAs(Actor.system("callback-waiting"));
        QuarkusTransaction.requiringNew()
                .call(() -> callbacks.waitedFor(GROUPS))
                .forEach(this::bookOf);
    }

    /** One after the other, until there is nothing free any more. */
    private void bookOf(String group) {
        Optional<CallbackPlace> at = Optional.of(BEGINNING);
        for (int i = 0; i < AT_ONCE && at.isPresent(); i++) {
            CallbackPlace after = at.get();
            at = QuarkusTransaction.requiringNew().call(() -> bookNext(group, after));
        }
    }

    /** The place of the one that was booked; empty when nobody waits or nothing is free. */
    private Optional<CallbackPlace> bookNext(String group, CallbackPlace after) {
        Instant now = clock.instant();
        return callbacks.claimWaiting(group, now, after).flatMap(callback -> plans.heldOfGroup(group)
                .flatMap(plan -> free(plan, callback, now))
                .map(slot -> {
                    bookings.schedule(callback, slot);
                    return new CallbackPlace(callback.createdAt(), callback.id());
                }));
    }

    private Optional<Slot> free(CapacityPlan plan, Callback callback, Instant now) {
        Instant from = callback.dueAt().isAfter(now) ? callback.dueAt() : now;
        return openSlots
                .free(plan, from)
                .filter(slot -> ledger.book(plan, slot))
                .findFirst();
    }
}

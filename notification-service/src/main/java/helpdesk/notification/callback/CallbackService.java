package helpdesk.notification.callback;

import helpdesk.notification.NotificationProblem;
import helpdesk.notification.capacity.CapacityPlan;
import helpdesk.notification.capacity.CapacityPlans;
import helpdesk.notification.capacity.OpenSlots;
import helpdesk.notification.capacity.Slot;
import helpdesk.notification.capacity.SlotLedger;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Books, makes and calls off callbacks. */
@ApplicationScoped
@Transactional
class CallbackService {

    private final CallbackRepository callbacks;
    private final CallbackAccess access;
    private final ErasedSubjects erasedSubjects;
    private final CapacityPlans plans;
    private final OpenSlots openSlots;
    private final SlotLedger ledger;
    private final Bookings bookings;
    private final Outbox outbox;
    private final Clock clock;

    CallbackService(
            CallbackRepository callbacks,
            CallbackAccess access,
            ErasedSubjects erasedSubjects,
            CapacityPlans plans,
            OpenSlots openSlots,
            SlotLedger ledger,
            Bookings bookings,
            Outbox outbox,
            Clock clock) {
        this.callbacks = callbacks;
        this.access = access;
        this.erasedSubjects = erasedSubjects;
        this.plans = plans;
        this.openSlots = openSlots;
        this.ledger = ledger;
        this.bookings = bookings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes a place in the slot and confirms it to the customer.
     *
     * @throws helpdesk.platform.problem.Problem {@code unknown-customer} or {@code unknown-ticket} of those who were
     *     forgotten, {@code no-such-group}, {@code no-such-slot}, or {@code slot-full} with the next slots that have room
     */
    CallbackView book(BookCallback wish) {
        access.requireMayBook(wish);
        requireNotErased(wish);
        CapacityPlan plan = plans.heldOfGroup(wish.groupOrDefault())
                .orElseThrow(() -> NotificationProblem.NO_SUCH_GROUP.at(
                        "/group", "This group takes no callbacks. Check its name, or leave it out."));
        Slot slot = openSlots
                .future(plan, wish.slotStart())
                .orElseThrow(() -> NotificationProblem.NO_SUCH_SLOT.at(
                        "/slotStart", "Choose the start of one of the slots that GET /api/v1/callback-slots lists."));
        if (!ledger.book(plan, slot)) {
            throw NotificationProblem.SLOT_FULL
                    .at("/slotStart", "All places at this time are taken. Choose another, for example an alternative.")
                    .member("alternatives", openSlots.alternatives(plan, slot));
        }
        Callback callback = new Callback(Ids.next(), wish, slot, access.actor(), clock.instant());
        bookings.add(callback);
        return CallbackView.of(callback);
    }

    /**
     * Takes down a call and what follows from it.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-not-found} or {@code transition-not-allowed}
     */
    CallbackView attempt(UUID id, RecordAttempt attempt) {
        Callback callback = access.require(callbacks.lock(id));
        Instant now = clock.instant();
        outbox.append(callback, callback.attempt(attempt.outcome(), attempt.note(), access.actor(), now));
        callback.conclude(now).ifPresent(event -> outbox.append(callback, event));
        return CallbackView.of(callback);
    }

    /**
     * Calls it off and gives its place, if it has one, to others.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-not-found} or {@code transition-not-allowed}
     */
    CallbackView cancel(UUID id) {
        Callback callback = access.require(callbacks.lock(id));
        outbox.append(callback, callback.cancel(clock.instant()));
        if (callback.isBooked()) {
            ledger.release(callback.group(), callback.slotStart());
        }
        return CallbackView.of(callback);
    }

    private void requireNotErased(BookCallback wish) {
        if (erasedSubjects.contains(wish.customerId())) {
            throw NotificationProblem.UNKNOWN_CUSTOMER.at("/customerId", "Check the id, or leave it out.");
        }
        if (erasedSubjects.contains(wish.ticketId())) {
            throw NotificationProblem.UNKNOWN_TICKET.at("/ticketId", "Check the id, or leave it out.");
        }
    }
}

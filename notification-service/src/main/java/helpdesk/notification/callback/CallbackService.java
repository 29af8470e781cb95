package helpdesk.notification.callback;

import helpdesk.notification.NotificationProblem;
import helpdesk.notification.capacity.CallingRules;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Books, makes, moves and calls off callbacks. */
@ApplicationScoped
@Transactional
class CallbackService {

    private final CallbackRepository callbacks;
    private final CallbackAccess access;
    private final ErasedSubjects erasedSubjects;
    private final Bookings bookings;
    private final CallbackChanges changes;
    private final CallbackMessages messages;
    private final Outbox outbox;
    private final Clock clock;

    CallbackService(
            CallbackRepository callbacks,
            CallbackAccess access,
            ErasedSubjects erasedSubjects,
            Bookings bookings,
            CallbackChanges changes,
            CallbackMessages messages,
            Outbox outbox,
            Clock clock) {
        this.callbacks = callbacks;
        this.access = access;
        this.erasedSubjects = erasedSubjects;
        this.bookings = bookings;
        this.changes = changes;
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes a place in the slot and confirms it to the customer.
     *
     * @throws helpdesk.platform.problem.Problem {@code unknown-customer} or {@code unknown-ticket} of those who were
     *     forgotten, {@code no-such-group}, {@code no-such-slot}, {@code slot-full} with other slots that have room, or
     *     {@code hold-over}
     */
    CallbackView book(BookCallback wish) {
        access.requireMayBook(wish);
        requireNotErased(wish);
        return view(bookings.book(wish, access.actor()));
    }

    /**
     * Takes it on to call now, so that nobody else does.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-not-found}, {@code transition-not-allowed},
     *     {@code callback-not-due} or {@code callback-claimed}
     */
    CallbackView claim(UUID id) {
        Callback callback = access.require(callbacks.lock(id));
        callback.claim(access.actor(), clock.instant());
        callbacks.flush();
        return view(callback);
    }

    /**
     * Takes down a call and what follows from it.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-not-found}, {@code callback-claimed} by another, whom a
     *     supervisor need not mind, or {@code transition-not-allowed}
     */
    CallbackView attempt(UUID id, RecordAttempt attempt) {
        Callback callback = access.require(callbacks.lock(id));
        Instant now = clock.instant();
        if (!access.isSupervisor()) {
            callback.requireMayCall(access.actor(), now);
        }
        CallingRules rules = bookings.rules(callback.group());
        outbox.append(callback, callback.attempt(attempt.outcome(), attempt.note(), access.actor(), rules, now));
        callback.conclude(rules, now).ifPresent(event -> {
            outbox.append(callback, event);
            if (event instanceof CallbackEvent.Missed) {
                messages.apologise(callback);
            }
        });
        return view(callback);
    }

    /**
     * Changes its time or what was written down.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-not-found}, {@code precondition-failed},
     *     {@code transition-not-allowed}, {@code invalid-request}, {@code no-such-slot} or {@code slot-full}
     */
    CallbackView change(UUID id, IfMatch seen, MergePatch patch) {
        Callback callback = access.require(callbacks.lock(id));
        changes.apply(callback, seen, patch);
        return view(callback);
    }

    /**
     * Calls it off, gives its place, if it has one, to others, and tells the customer, unless it was they who did it.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-not-found} or {@code transition-not-allowed}
     */
    CallbackView cancel(UUID id) {
        Callback callback = access.require(callbacks.lock(id));
        bookings.cancel(callback, !access.isCustomer());
        return view(callback);
    }

    private CallbackView view(Callback callback) {
        return CallbackView.of(callback, clock.instant());
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

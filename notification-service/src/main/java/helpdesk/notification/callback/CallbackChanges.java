package helpdesk.notification.callback;

import helpdesk.notification.capacity.Slot;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;

/** Changes callbacks as merge patches say: the time, and what was written down when they were booked. */
@ApplicationScoped
class CallbackChanges {

    private final Bookings bookings;
    private final CallbackRepository callbacks;
    private final Patcher patcher;
    private final Clock clock;

    CallbackChanges(Bookings bookings, CallbackRepository callbacks, Patcher patcher, Clock clock) {
        this.bookings = bookings;
        this.callbacks = callbacks;
        this.patcher = patcher;
        this.clock = clock;
    }

    /**
     * Applies the patch.
     *
     * @param callback locked
     * @throws helpdesk.platform.problem.Problem {@code precondition-failed}, {@code transition-not-allowed}, {@code unknown-field},
     *     {@code invalid-request}, {@code no-such-slot} or {@code slot-full}
     */
    void apply(Callback callback, IfMatch seen, MergePatch patch) {
        seen.require(callback.version());
        callback.requireOpen();
        CallbackChange current = CallbackChange.of(callback);
        CallbackChange change = patcher.apply(patch, current);
        boolean moved = !Objects.equals(change.slotStart(), current.slotStart());
        if (moved && change.slotStart() == null) {
            throw PlatformProblem.INVALID_REQUEST.at("/slotStart", "Choose another time, or cancel the callback.");
        }
        // Before the callback changes, so that both are one change of it.
        Slot slot = moved ? bookings.exchange(callback, change.slotStart()) : null;
        if (!change.equals(current)) {
            callback.correct(change, clock.instant());
        }
        if (slot != null) {
            bookings.schedule(callback, slot);
        }
        callbacks.flush();
    }
}
